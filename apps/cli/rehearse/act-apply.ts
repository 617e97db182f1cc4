import { randomBytes } from 'node:crypto'
import type { EventAnswer, PersonalAnswer, ReceiptAnswer } from './answers-of-the-api.js'
import { type Api, UnexpectedAnswer } from './api.js'
import { checkReceipt } from './check-receipt.js'
import { inParallel } from './in-parallel.js'
import type { Person } from './people.js'
import { playRush } from './rush.js'
import { type Stage, untilQuiet } from './stage.js'

const hands = 24
/** Every how many receipts one is checked to the last byte. */
const checkedReceipts = 10
/** Every how many confirmation links one is opened by a mail scanner first. Links of invitations all are. */
const scannedLinks = 10

/** Everybody applies, some twice; then they confirm by the mail's link, change their minds, or forget. */
export async function playApplications(stage: Stage): Promise<void> {
  const { people, bar, api, rush } = stage
  bar.begin('Applications', people.length)
  if (rush === undefined) await inParallel(people, hands, (person) => applyAsPlanned(stage, person))
  else await playRush(stage, rush, (person, post) => applyAsPlanned(stage, person, post))
  bar.end()
  await untilQuiet(api)

  const confirming = people.filter(({ plan }) => plan.confirms)
  bar.begin('Confirmations', confirming.length)
  await inParallel(confirming, hands, async (person) => {
    await confirm(stage, person)
    bar.advance()
  })
  bar.end()

  const leaving = people.filter(({ plan }) => plan.withdrawsBeforeClose)
  bar.begin('Withdrawals before the close', leaving.length)
  await inParallel(leaving, hands, async (person) => {
    await api.post('/api/me/withdrawal', {}, { token: tokenOf(person) })
    person.withdrawn = true
    bar.advance()
  })
  bar.end()
  await untilQuiet(api)
}

/** How an application is sent; in a rush, again and again until there is an answer. */
type Post = Api['post']

async function applyAsPlanned(stage: Stage, person: Person, post: Post = stage.api.post): Promise<void> {
  await apply(stage, person, post)
  if (person.plan.appliesTwice) await applyAgain(stage, person, post)
  stage.bar.advance()
}

async function apply(stage: Stage, person: Person, post: Post): Promise<void> {
  const nonce = randomBytes(16).toString('hex')
  const receipt = await post<ReceiptAnswer>(applicationsPath(stage), applicationOf(stage.event, person, nonce), {
    headers: { 'idempotency-key': randomBytes(16).toString('hex'), 'accept-language': person.locale },
  })
  person.ticketId = receipt.ticketId
  person.personalToken = tokenIn(receipt.personalUrl)
  person.nonce = nonce
}

/** The same address in another spelling: the answer looks the same and changes nothing. */
async function applyAgain(stage: Stage, person: Person, post: Post): Promise<void> {
  const body = {
    ...applicationOf(stage.event, person, randomBytes(16).toString('hex')),
    email: person.email.toUpperCase(),
    name: 'Somebody Else',
  }
  const headers = { 'idempotency-key': randomBytes(16).toString('hex') }
  const receipt = await post<ReceiptAnswer>(applicationsPath(stage), body, { headers })
  if (receipt.ticketId === person.ticketId)
    throw new Error('A second application was answered with the first ticket: that gives away that the address has applied.')
  person.secondToken = tokenIn(receipt.personalUrl)
}

function applicationOf(event: EventAnswer, { name, email, handle, locale, index }: Person, nonce: string) {
  const texts: Record<string, string> = { short: 'Noordwijk', long: `I draw what I see, number ${index}. <script>alert(1)</script>` }
  const answers = Object.fromEntries(
    event.questions.map(({ id, type, options }) => [id, texts[type] ?? options[index % options.length] ?? '']),
  )
  return { name, email, ...(handle === undefined ? {} : { handle }), answers, consent: true, locale, nonce }
}

async function confirm(stage: Stage, person: Person): Promise<void> {
  const mail = stage.sink.to(person.email).find(({ text }) => /\/confirm\//.test(text))
  const token = /\/confirm\/([\w-]+)/.exec(mail?.text ?? '')?.[1]
  if (token === undefined) throw new Error(`${person.email} was not asked to confirm.`)
  if (person.index % checkedReceipts === 0) await checkReceipt(mail?.text ?? '', person)
  if (person.index % scannedLinks === 0) await scan(stage, person, token)
  const answer = await stage.api.post<{ personalUrl: string }>('/api/confirmations', {
    token,
    ...(person.plan.confirmsElsewhere ? {} : { personalToken: person.personalToken }),
  })
  const old = tokenOf(person)
  person.personalToken = tokenIn(answer.personalUrl)
  if (person.plan.confirmsElsewhere) await expectDead(stage, old)
}

/** A mail scanner opens the link; that must not confirm anything. */
async function scan({ api }: Stage, person: Person, token: string): Promise<void> {
  await api.send('GET', `/confirm/${token}`, { headers: { accept: 'text/html' } })
  const { step } = await api.get<PersonalAnswer>('/api/me', { token: tokenOf(person) })
  if (step !== 'received') throw new Error(`Opening the link of ${person.email} changed the application to "${step}".`)
}

/** Who confirmed elsewhere has a new link; the one of the receipt opens nothing any more. */
async function expectDead(stage: Stage, token: string): Promise<void> {
  const { status, bytes } = await stage.api.send('GET', '/api/me', { token })
  if (status !== 404) throw new UnexpectedAnswer(status, 'GET /api/me with a replaced link', bytes.toString())
}

function applicationsPath({ organization, event }: Stage): string {
  return `/api/public/${organization}/${event.slug}/applications`
}

export function tokenOf({ personalToken, email }: Person): string {
  if (personalToken === undefined) throw new Error(`${email} has no personal page.`)
  return personalToken
}

export function tokenIn(url: string): string {
  const token = /\/me\/([\w-]+)/.exec(url)?.[1]
  if (token === undefined) throw new Error(`There is no personal link in ${url}`)
  return token
}
