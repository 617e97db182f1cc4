import type { CheckInAnswer, PersonalAnswer, QuestionAnswer } from './answers-of-the-api.js'
import { tokenOf } from './act-apply.js'
import { inParallel } from './in-parallel.js'
import type { Person } from './people.js'
import { eventPath, type Stage } from './stage.js'

const hands = 8

/** Who holds a seat, with the page that she sees. */
export interface Attendee {
  readonly person: Person
  readonly page: PersonalAnswer
}

/** Everybody looks at her page; answers those who are coming. */
export async function findAttendees({ api, people, bar }: Stage): Promise<Attendee[]> {
  const attendees: Attendee[] = []
  const looking = people.filter(({ plan, withdrawn }) => plan.confirms && !withdrawn)
  bar.begin('Everybody looks at her page', looking.length)
  await inParallel(looking, hands, async (person) => {
    const page = await api.get<PersonalAnswer>('/api/me', { token: tokenOf(person) })
    if (page.step === 'coming') attendees.push({ person, page })
    bar.advance()
  })
  bar.end()
  return attendees
}

/** At the door: badges are scanned, twice for some; a forged one and a stranger are turned away. */
export async function playTheDoor(stage: Stage, attendees: readonly Attendee[]): Promise<void> {
  const coming = attendees.filter(({ person }) => person.plan.comes)
  stage.bar.begin('At the door', coming.length)
  await inParallel(coming, hands, async ({ person, page }) => {
    const code = page.badge?.qr
    if (code === undefined) throw new Error(`${person.email} is coming and has no badge.`)
    await expectResult(stage, code, 'yes')
    person.checkedIn = true
    if (person.index % 3 === 0) await expectResult(stage, code, 'already')
    stage.bar.advance()
  })
  stage.bar.end()
  const [first] = attendees
  if (first?.page.badge) await expectResult(stage, forged(first.page.badge.qr), 'no')
  await expectResult(stage, 'not a badge at all', 'no')
}

async function expectResult(stage: Stage, code: string, expected: CheckInAnswer['result']): Promise<void> {
  const { result, reason } = await stage.api.post<CheckInAnswer>(eventPath(stage, '/check-ins'), { code })
  if (result !== expected) throw new Error(`The door said "${result}" (${reason ?? 'no reason'}) where "${expected}" was right.`)
}

/** The same badge with one character of its signature changed. */
function forged(code: string): string {
  const place = code.length - 6
  return `${code.slice(0, place)}${code[place] === 'A' ? 'B' : 'A'}${code.slice(place + 1)}`
}

/** The day after: those who were there answer the survey. */
export async function playTheSurvey({ api, bar }: Stage, attendees: readonly Attendee[]): Promise<void> {
  const answering = attendees.filter(({ person }) => person.checkedIn && person.plan.answersSurvey)
  bar.begin('Surveys', answering.length)
  await inParallel(answering, hands, async ({ person }) => {
    const token = tokenOf(person)
    const { questions } = await api.get<{ questions: readonly QuestionAnswer[] }>('/api/me/survey', { token })
    await api.post(
      '/api/me/survey',
      { answers: Object.fromEntries(questions.map((question) => [question.id, answerTo(question, person.index)])) },
      { token },
    )
    person.surveyed = true
    bar.advance()
  })
  bar.end()
}

function answerTo({ type, options }: QuestionAnswer, index: number): string {
  if (type === 'rating') return String(3 + (index % 3))
  return options[index % options.length] ?? 'The soup, and the silence on the dune.'
}
