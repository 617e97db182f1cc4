import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import ical from 'node-ical'
import { runVerify } from '../verify/run-verify.js'
import { tokenOf } from './act-apply.js'
import type { Attendee } from './act-day.js'
import type { ApplicationsAnswer, DrawAnswer, HomeAnswer, InvitationsAnswer } from './answers-of-the-api.js'
import { Checks, expectEqual } from './checks.js'
import { inParallel } from './in-parallel.js'
import { mailboxOf } from './people.js'
import { checkPrintedBadges } from './printed-badges.js'
import { eventPath, lookAtSeats, type Stage } from './stage.js'

/** How many mails one server hands over at a time. */
const mailsInFlight = 8

type InvitationItem = InvitationsAnswer['items'][number]

/** What must hold after a whole life of an event, each proven from outside. */
export async function checkEverything(stage: Stage, attendees: readonly Attendee[]): Promise<Checks> {
  const checks = new Checks()
  const invitations = await allInvitations(stage)
  await checks.add('Every accepted application is there', () => everyApplication(stage))
  if (stage.rush !== undefined) {
    await checks.add('Every receipt of the rush leads to its application', () => everyReceipt(stage))
    await checks.add('Everybody of the rush was asked once to confirm', () => askedOnce(stage))
  }
  await checks.add('The proof bundle verifies', () => bundleVerifies(stage))
  await checks.add('Seats never exceeded capacity', () => seatsWithinCapacity(stage))
  await checks.add('Nobody has two seats', () => nobodyTwice(invitations))
  await checks.add('Every invitation was mailed exactly once', () => mailedOnce(stage, invitations))
  await checks.add('No mail went out twice', () => noMailTwice(stage))
  await checks.add('Every calendar file parses elsewhere', () => calendarsParse(stage, attendees))
  await checks.add('Every printed badge reads as its code', () => checkPrintedBadges(stage, attendees))
  await checks.add('Who came and who did not were both thanked', () => thanked(stage, attendees))
  await checks.add('The funnel counts the same people', () => funnelAgrees(stage, invitations, attendees))
  return checks
}

async function everyApplication(stage: Stage): Promise<string> {
  const listed = new Map<string, string>()
  let cursor: string | null = null
  do {
    const page: ApplicationsAnswer = await stage.api.get(
      eventPath(stage, `/applications${cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`}`),
    )
    for (const { email, name } of page.items) listed.set(mailboxOf(email), name)
    cursor = page.nextCursor
  } while (cursor !== null)
  for (const person of stage.people) {
    const name = listed.get(mailboxOf(person.email))
    if (name === undefined) throw new Error(`${person.email} has a receipt and is not in the list`)
    if (name === 'Somebody Else') throw new Error(`${person.email} was changed by a second application`)
  }
  expectEqual(listed.size, stage.people.length, 'applications')
  return `${listed.size} of ${stage.people.length}`
}

/** Whoever was answered is there, under the link that she was given or the one that replaced it. */
async function everyReceipt(stage: Stage): Promise<string> {
  await inParallel(stage.people, 24, async (person) => {
    await stage.api.get('/api/me', { token: tokenOf(person) })
  })
  return `${stage.people.length} receipts, after ${stage.rush?.kills ?? 0} kills`
}

/** Once, also those who applied twice. A mail that was on its way when the server was killed may come again, under the Message-ID that it had. */
function askedOnce({ people, sink }: Stage): string {
  for (const { email } of people) {
    const asked = sink.to(email).filter(({ text }) => /\/confirm\//.test(text))
    const mails = new Set(asked.map(({ messageId }) => messageId)).size
    if (mails !== 1) throw new Error(`${email} was asked ${mails} times`)
  }
  return `${people.length} people`
}

/** The downloaded bundle, checked by the command that a sceptic would use, against the commitment and head from other places. */
async function bundleVerifies(stage: Stage): Promise<string> {
  const path = `/api/public/${stage.organization}/${stage.event.slug}/draw`
  const { commitment, head, counts } = await stage.api.get<DrawAnswer>(path)
  const witness = [...stage.sink.all()].find(({ text }) => text.replaceAll(/\s/g, '').includes(commitment))
  if (witness === undefined) throw new Error('No mail carried the commitment')
  const folder = await mkdtemp(join(stage.folder, 'bundle-'))
  try {
    for (const file of ['bundle.json', 'bundle.zip']) {
      const { bytes } = await stage.api.expectOk('GET', `${path}/${file}`, {})
      await writeFile(join(folder, file), bytes)
      await verifies(join(folder, file), commitment, head)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return `${counts.entries} tickets, ${counts.log} lines of log`
}

async function verifies(file: string, commitment: string, head: string): Promise<void> {
  const lines: string[] = []
  const status = await runVerify([file, '--commitment', commitment, '--head', head], {
    out: (line) => lines.push(line),
    err: (line) => lines.push(line),
  })
  expectEqual(status, 0, `verify ${basename(file)}: ${lines.join(' | ')}`)
}

async function seatsWithinCapacity(stage: Stage): Promise<string> {
  await lookAtSeats(stage)
  const { mostTaken, looks } = stage.watch
  if (mostTaken > stage.options.seats) throw new Error(`${mostTaken} of ${stage.options.seats} seats were taken`)
  return `at most ${mostTaken} of ${stage.options.seats} in ${looks} looks, and in every line of the log`
}

function nobodyTwice(invitations: readonly InvitationItem[]): string {
  const live = invitations.filter(({ state }) => state === 'accepted' || state === 'pending')
  expectEqual(new Set(live.map(({ applicationId }) => applicationId)).size, live.length, 'people with a seat')
  expectEqual(new Set(live.map(({ email }) => mailboxOf(email))).size, live.length, 'addresses with a seat')
  return `${live.length} people, ${live.length} seats`
}

function mailedOnce(stage: Stage, invitations: readonly InvitationItem[]): string {
  expectEqual(stage.sink.invitations.length, invitations.length, 'mails with an invitation')
  const wanted = invitations.map(({ email }) => mailboxOf(email)).sort()
  const got = stage.sink.invitations.map(({ to }) => to).sort()
  for (const [index, email] of wanted.entries()) expectEqual(got[index], email, 'invited')
  return `${invitations.length} invitations`
}

function noMailTwice(stage: Stage): string {
  const seen = new Set<string>()
  // What a server had handed over and not yet noted when it was killed.
  const excused = (stage.rush?.kills ?? 0) * mailsInFlight
  let repeated = 0
  for (const { messageId, to, subject } of stage.sink.all()) {
    if (seen.has(`${messageId} ${to}`) && (repeated += 1) > excused) throw new Error(`"${subject}" reached ${to} twice`)
    seen.add(`${messageId} ${to}`)
  }
  return `${seen.size} mails${repeated === 0 ? '' : `, ${repeated} of them handed over again after a kill, under the same Message-ID`}`
}

async function calendarsParse(stage: Stage, attendees: readonly Attendee[]): Promise<string> {
  const files = [...stage.sink.all()].flatMap(({ calendar }) => (calendar === undefined ? [] : [calendar]))
  await inParallel(attendees, 8, async ({ page }) => {
    for (const link of [page.links.calendarFile, page.links.calendarFeed]) {
      if (link === null) throw new Error('somebody who is coming has no calendar link')
      files.push((await stage.api.expectOk('GET', new URL(link, stage.api.address).pathname, {})).text)
    }
  })
  for (const file of files) {
    const events = Object.values(ical.sync.parseICS(file)).filter((part) => part?.type === 'VEVENT')
    if (events.length === 0) throw new Error(`a calendar file holds no event: ${file.slice(0, 200)}`)
  }
  return `${files.length} files`
}

function thanked(stage: Stage, attendees: readonly Attendee[]): string {
  const counts = { came: 0, missed: 0 }
  for (const { person, page } of attendees) {
    const last = stage.sink.to(person.email).at(-1)
    if (last === undefined || stage.sink.to(page.email).length === 0) throw new Error(`${person.email} got no mail`)
    counts[person.checkedIn ? 'came' : 'missed'] += 1
  }
  const subjects = (checkedIn: boolean, locale: string) =>
    new Set(
      attendees
        .filter(({ person }) => person.checkedIn === checkedIn && person.locale === locale)
        .map(({ person }) => stage.sink.to(person.email).at(-1)?.subject.replaceAll(person.name, '')),
    )
  for (const locale of ['nl', 'en']) {
    const shared = [...subjects(true, locale)].filter((subject) => subjects(false, locale).has(subject))
    if (shared.length > 0) throw new Error(`the same thanks went to those who came and to those who did not: "${String(shared[0])}"`)
  }
  return `${counts.came} came, ${counts.missed} did not`
}

async function funnelAgrees(stage: Stage, invitations: readonly InvitationItem[], attendees: readonly Attendee[]): Promise<string> {
  const { funnel } = await stage.api.get<HomeAnswer>(eventPath(stage, '/home'))
  const counted = Object.fromEntries(funnel.map(({ key, count }) => [key, count]))
  const people = attendees.map(({ person }) => person)
  expectEqual(counted.applied, stage.people.length, 'applied')
  expectEqual(counted.confirmed, stage.people.filter(({ plan }) => plan.confirms).length, 'confirmed')
  expectEqual(counted.invited, new Set(invitations.map(({ applicationId }) => applicationId)).size, 'invited')
  expectEqual(counted.came, people.filter(({ checkedIn }) => checkedIn).length, 'came')
  expectEqual(counted.answered, people.filter(({ surveyed }) => surveyed).length, 'answered')
  return funnel.map(({ count }) => count).join(' → ')
}

export async function allInvitations(stage: Stage): Promise<InvitationItem[]> {
  const items: InvitationItem[] = []
  let cursor: string | null = null
  do {
    const page: InvitationsAnswer = await stage.api.get(
      eventPath(stage, `/invitations${cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`}`),
    )
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return items
}
