import type { RequestListener } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openEvent } from '../factories/drawn-event.js'
import { enterFans, type Fan } from '../factories/fans.js'
import { beginProof, checkProof, dropProof, ownProof } from '../factories/proofs.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { textAt } from '../support/http-client.js'
import { type LocalServer, serve } from '../support/peers/serve.js'

/**
 * A web page of one's own, against web servers of the test: any server on the web is one. GitHub is a stand-in: a page written by hand with
 * the parts of a profile that count, what its owner says of herself in the description in the head. GitHub itself cannot be started here,
 * and nothing tells these tests when it writes its pages otherwise.
 */

let app: TestApp
let owner: SignedUp
let event: PublishedEvent
let fan: Fan
let web: LocalServer
/** How each address of anna.example and github.com answers. */
const pages = new Map<string, RequestListener>()

beforeAll(async () => {
  web = await serve((request, response) => {
    const page = pages.get(`${request.headers.host}${request.url}`)
    if (page) page(request, response)
    else response.writeHead(404, { 'content-type': 'text/html' }).end('<p>Nothing here')
  })
  const hosts = ['anna.example', 'www.anna.example', 'evil.example', 'github.com']
  const settings = { PEERS: hosts.map((host) => `${host}=127.0.0.1:${web.port}`).join(',') }
  app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z', settings })
  owner = await signUp(app.client())
  event = await openEvent(app, owner, 5, { handleProof: { mode: 'mark', networks: ['web', 'github'], followers: false } })
  const [entered] = await enterFans(app, owner, event, 1)
  if (!entered) throw new Error('The fan was not made.')
  fan = entered
}, 60_000)
afterAll(() => Promise.all([app?.close(), web?.close()]))

const html =
  (body: string): RequestListener =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body)
const leadTo =
  (location: string): RequestListener =>
  (_, response) =>
    response.writeHead(302, { location }).end()

const code = async (status: number, network: string, handle: string) => {
  const answer = await checkProof(app, fan, network, handle)
  expect(answer.status).toBe(status)
  return textAt(answer.body, 'type').replace('urn:tweetup:problem:', '')
}

describe('a page of her own', () => {
  let link: string
  beforeAll(async () => {
    const begun = await beginProof(app, fan, 'web', 'https://Anna.example/')
    expect(begun.body).toMatchObject({ kind: 'link', url: null, profileUrl: 'https://anna.example' })
    link = textAt(begun.body, 'text')
    expect(link).toMatch(new RegExp(`/${owner.slug}/${event.slug}#tweetup-[a-z0-9]{6}-[a-z0-9]{6}$`))
  })

  it.each([
    ['a link in its head', (to: string) => `<html><head><link rel="me" href="${to}"></head><body></body></html>`],
    ['a link on it', (to: string) => `<p>Hello <a class="x" href='${to}' rel="noopener Me">my lot</a></p>`],
  ])('is proven by %s', async (_, page) => {
    pages.set('anna.example/', html(page(link)))
    expect((await checkProof(app, fan, 'web', 'anna.example')).body).toMatchObject({
      proof: { network: 'web', handle: 'anna.example', profileUrl: 'https://anna.example', accountCreatedAt: null, followers: null },
    })
    await dropProof(app, fan)
  })

  it.each([
    ['the address as text', (to: string) => `<p>${to}</p>`],
    ['a link without rel="me"', (to: string) => `<a href="${to}">here</a>`],
    ['a link of a visitor', (to: string) => `<a rel="me nofollow ugc" href="${to}">here</a>`],
    ['a link element in what visitors wrote', (to: string) => `<body><div class="comment"><link rel="me" href="${to}"></div></body>`],
    ['a link to the event without the code', (to: string) => `<a rel="me" href="${to.replace(/#.*/, '')}">here</a>`],
    ['the code of somebody else', (to: string) => `<a rel="me" href="${to.replace(/-[a-z0-9]+$/, '-222222')}">here</a>`],
    ['the same at another server', (to: string) => `<a rel="me" href="${to.replace(/^http:\/\/[^/]+/, 'https://evil.example')}">here</a>`],
    ['a comment in its source', (to: string) => `<!-- <a rel="me" href="${to}">here</a> -->`],
    ['a script', (to: string) => `<script>document.write('<a rel="me" href="${to}">')</script>`],
  ])('is not proven by %s', async (_, page) => {
    pages.set('anna.example/', html(page(link)))
    expect(await code(409, 'web', 'anna.example')).toBe('handles:linkMissing')
    expect((await ownProof(app, fan)).body).toMatchObject({ proof: null })
  })

  it('may lead to its own www, and nowhere else', async () => {
    pages.set('anna.example/', leadTo('https://www.anna.example/home'))
    pages.set('www.anna.example/home', html(`<a rel="me" href="${link}">`))
    expect((await checkProof(app, fan, 'web', 'anna.example')).status).toBe(200)
    await dropProof(app, fan)
    pages.set('anna.example/', leadTo('https://evil.example/'))
    pages.set('evil.example/', html(`<a rel="me" href="${link}">`))
    expect(await code(409, 'web', 'anna.example')).toBe('handles:profileHidden')
  })

  it('cannot make the server look inside, go in circles, swallow 50 MB or wait', async () => {
    for (const address of [`http://127.0.0.1:${web.port}/`, `http://[::ffff:7f00:1]:${web.port}/`, 'https://anna.example/loop']) {
      pages.set('anna.example/loop', leadTo('https://anna.example/loop'))
      pages.set('anna.example/', leadTo(address))
      expect(await code(409, 'web', 'anna.example')).toBe('handles:serverAway')
    }
    pages.set('anna.example/', html('a'.repeat(50_000_000)))
    expect(await code(409, 'web', 'anna.example')).toBe('handles:serverAway')
    for (const handle of ['127.0.0.1', 'http://127.1/', 'https://[::1]/', 'localhost', 'file:///etc/passwd', 'https://a:b@anna.example'])
      expect(await code(422, 'web', handle)).not.toBe('')
  })
})

describe('a profile on GitHub', () => {
  const profile = (bio: string, comments = '') =>
    html(`<!DOCTYPE html><html><head><title>anna (Anna) · GitHub</title>
      <meta name="description" content="${bio} anna has 12 repositories available. Follow their code on GitHub.">
      <meta property="og:description" content="${bio} anna has 12 repositories available. Follow their code on GitHub." />
      </head><body><main>${comments}</main></body></html>`)

  it('is proven by the code in what its owner says of herself', async () => {
    const begun = await beginProof(app, fan, 'github', 'https://github.com/Anna')
    expect(begun.body).toMatchObject({ kind: 'code', profileUrl: 'https://github.com/Anna' })
    pages.set('github.com/anna', profile(`Stars. ${textAt(begun.body, 'text')}`))
    expect((await checkProof(app, fan, 'github', '@anna')).body).toMatchObject({ proof: { handle: '@anna@github.com', network: 'github' } })
    expect((await ownProof(app, fan)).body).toMatchObject({ handle: '@anna@github.com' })
    await dropProof(app, fan)
  })

  it('is not proven by the code anywhere else on the page', async () => {
    const text = textAt((await beginProof(app, fan, 'github', 'anna')).body, 'text')
    const meta = `<meta name="description" content="${text}">`
    for (const comment of [`<p>${text}</p>`, meta, `</main></body><head>${meta}</head>`]) {
      pages.set('github.com/anna', profile('Stars.', comment))
      expect(await code(409, 'github', 'anna')).toBe('handles:codeMissing')
    }
  })

  it('says so when there is none', async () => {
    expect(await code(409, 'github', 'nobody')).toBe('handles:accountUnknown')
    for (const handle of ['anna/repo', '../settings', 'anna%2f..', 'a'.repeat(60)]) expect(await code(422, 'github', handle)).not.toBe('')
  })
})
