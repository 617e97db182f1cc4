import { Route, Routes } from 'react-router'
import { lazyRoute } from './lazy-route.js'
import { publicPages } from './public-pages.js'

const home = lazyRoute(() => import('./routes/public/home.js'), publicPages.home)
const organization = lazyRoute(() => import('./routes/public/organization.js'), publicPages.organization)
const event = lazyRoute(() => import('./routes/public/event.js'), publicPages.event)
const apply = lazyRoute(() => import('./routes/public/apply.js'), publicPages.apply)
const draw = lazyRoute(() => import('./routes/public/draw.js'), publicPages.draw)
const confirm = lazyRoute(() => import('./routes/public/confirm.js'), publicPages.confirm)
const me = lazyRoute(() => import('./routes/public/me.js'), publicPages.me)
const proof = lazyRoute(() => import('./routes/public/proof.js'), publicPages.proof)
const address = lazyRoute(() => import('./routes/public/address.js'), publicPages.address)
const noMail = lazyRoute(() => import('./routes/public/no-mail.js'), publicPages.noMail)
const lostLink = lazyRoute(() => import('./routes/public/lost-link.js'), publicPages.lostLink)
const secret = lazyRoute(() => import('./routes/public/secret.js'), publicPages.secret)
const notFound = lazyRoute(() => import('./routes/public/not-found.js'), publicPages.notFound)

const accounts = lazyRoute(() => import('./routes/accounts/account-routes.js'), ['accounts'])
const consolePages = lazyRoute(() => import('./routes/console/console-routes.js'), ['console', 'event', 'accounts', 'proof'])
const door = lazyRoute(() => import('./routes/door/door-routes.js'), ['door'])

/** Which address shows which page; each group is a file of its own that loads when it is needed. */
export function Pages() {
  return (
    <Routes>
      <Route path="/" element={home} />
      <Route path="/sign-in" element={accounts} />
      <Route path="/sign-up" element={accounts} />
      <Route path="/join/:token" element={accounts} />
      <Route path="/reset" element={accounts} />
      <Route path="/reset/:token" element={accounts} />
      <Route path="/console/*" element={consolePages} />
      <Route path="/door/*" element={door} />
      <Route path="/confirm/:token" element={confirm} />
      <Route path="/me/:token" element={me} />
      <Route path="/proof/:place" element={proof} />
      <Route path="/address/:token" element={address} />
      <Route path="/no-mail/:token" element={noMail} />
      <Route path="/lost-link" element={lostLink} />
      <Route path="/secret/:token" element={secret} />
      <Route path="/:organization" element={organization} />
      <Route path="/:organization/:event" element={event} />
      <Route path="/:organization/:event/apply" element={apply} />
      <Route path="/:organization/:event/draw" element={draw} />
      <Route path="*" element={notFound} />
    </Routes>
  )
}
