import { type PersonalAnswer } from './answers-of-the-api.js'
import { tokenIn, tokenOf } from './act-apply.js'
import { inParallel } from './in-parallel.js'
import { excludeOne } from './exclude-one.js'
import type { ReceivedMail } from './mail-sink.js'
import { mailboxOf, type Person } from './people.js'
import { jumpTo, lookAtSeats, type Stage, untilQuiet } from './stage.js'

const hands = 16
/** After so many deadlines those who would stay silent begin to answer, so that a rehearsal ends. */
const patientRounds = 2
const mostRounds = 25

/** A few leave after the list was sealed: they stay in it and are passed over. */
export async function playLateWithdrawals(stage: Stage): Promise<void> {
  const leaving = stage.people.filter(({ plan, withdrawn }) => plan.withdrawsAfterClose && !withdrawn)
  stage.bar.begin('Withdrawals after the commitment', leaving.length)
  await inParallel(leaving, hands, async (person) => {
    await stage.api.post('/api/me/withdrawal', {}, { token: tokenOf(person) })
    person.withdrawn = true
    stage.bar.advance()
  })
  stage.bar.end()
  await untilQuiet(stage.api)
}

/** Invitations are answered or not, by many at once; freed seats move on; deadlines pass until nobody is left to answer. */
export async function playAnswers(stage: Stage): Promise<void> {
  const byMailbox = new Map(stage.people.map((person) => [mailboxOf(person.email), person]))
  let read = 0
  const answerWhatCame = async (round: number) => {
    while (read < stage.sink.invitations.length) {
      const fresh = stage.sink.invitations.slice(read)
      read += fresh.length
      await answerAll(stage, fresh, byMailbox, round)
      await untilQuiet(stage.api)
    }
  }
  for (let round = 1; round <= mostRounds; round += 1) {
    await answerWhatCame(round)
    if (round === 1) {
      await excludeOne(stage)
      await answerWhatCame(round)
    }
    const { counts } = await lookAtSeats(stage)
    if (counts.pending === 0) return
    await jumpTo(stage, 'answers', `Deadline ${round} passes, ${counts.pending} without an answer`)
  }
  throw new Error(`After ${mostRounds} deadlines there were still invitations without an answer.`)
}

async function answerAll(
  stage: Stage,
  mails: readonly ReceivedMail[],
  byMailbox: ReadonlyMap<string, Person>,
  round: number,
): Promise<void> {
  stage.bar.begin(mails.length === 1 ? 'The answer to one invitation' : `Answers to ${mails.length} invitations`, mails.length)
  await inParallel(mails, hands, async (mail) => {
    const person = byMailbox.get(mail.to)
    if (person === undefined) throw new Error(`${mail.to} was invited and never applied.`)
    await answer(stage, person, mail, round)
    if (person.index % 7 === 0) await lookAtSeats(stage)
    stage.bar.advance()
  })
  stage.bar.end()
}

async function answer({ api }: Stage, person: Person, mail: ReceivedMail, round: number): Promise<void> {
  const token = tokenIn(mail.text)
  // Mail scanners open the link; only a POST answers.
  await api.send('GET', `/me/${token}`, { headers: { accept: 'text/html' } })
  const page = await api.get<PersonalAnswer>('/api/me', { token })
  if (page.step !== 'invited') throw new Error(`${person.email} has an invitation in the mail, and the page says "${page.step}".`)
  const choice = person.plan.answer === 'silence' && round > patientRounds ? 'accept' : person.plan.answer
  if (choice === 'silence') return
  await Promise.all([1, 2].map(() => api.post('/api/me/answer', { answer: choice }, { token })))
  if (choice === 'accept' && person.plan.returnsSeat) {
    await api.post('/api/me/return', {}, { token })
    person.returned = true
  }
}
