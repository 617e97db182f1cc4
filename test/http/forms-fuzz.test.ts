import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Answers, type Question, questionTypes, readAnswers } from '#forms'
import { anyAnswers, anyForm } from '../../libs/forms/test/any-form.js'
import { apply } from '../factories/application.js'
import { draftsOf } from '../factories/drafts.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp, unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, listAt, textAt } from '../support/http-client.js'

const start = new Date('2027-05-01T10:00:00Z')

let app: TestApp
let owner: SignedUp
let event: PublishedEvent

beforeAll(async () => {
  app = await startTestApp({ clock: start, settings: { APPLICATIONS_PER_NETWORK: '1000000' } })
  owner = await signUp(app.client())
  event = await publishEvent(owner, { now: start })
  await app.moveTo(new Date(event.opensAt.getTime() + 1000))
}, 60_000)
afterAll(() => app?.close())

/** Files are checked against what was sent, which only the server knows; ratings are for surveys. */
const types = questionTypes.filter((type) => type !== 'file' && type !== 'rating')
const cases = anyForm(types, 5).chain((questions) =>
  fc.tuple(fc.constant(questions), fc.array(anyAnswers(questions), { minLength: 4, maxLength: 8 })),
)

/** Makes the form ask these, whatever becomes of the answers before, and answers what the page is given. */
async function askThese(questions: readonly Question[]): Promise<Question[]> {
  const { path, change } = draftsOf(owner)
  const preview = await owner.client.post(`${path}/${event.id}/question-effects`, { questions })
  const confirm = listAt(preview.body, 'effects').map((effect) => textAt(effect, 'key'))
  const changed = await change(event.id, { questions, confirm })
  if (changed.status !== 200) throw new Error(`The form could not be changed: ${changed.text}`)
  const page = await app.client().get(`/api/public/${owner.slug}/${event.slug}`)
  return listAt(page.body, 'questions') as Question[]
}

/** The same answers, under the ids that the server gave. */
function underTheirIds(written: readonly Question[], asked: readonly Question[], answers: Answers): Answers {
  const ids = new Map(written.map(({ id }, index) => [id, asked[index]?.id ?? id]))
  // What every object has never reaches a use case: the body's reader leaves it out.
  const sent = Object.entries(answers).filter(([id]) => id !== '__proto__' && id !== 'constructor')
  return Object.fromEntries(sent.map(([id, answer]) => [ids.get(id) ?? id, answer]))
}

describe('page and server', () => {
  it('agree on every answer to every form', async () => {
    let accepted = 0
    let refused = 0
    await fc.assert(
      fc.asyncProperty(cases, async ([written, fillings]) => {
        const asked = await askThese(written)
        for (const filling of fillings) {
          const answers = underTheirIds(written, asked, filling)
          const page = readAnswers(asked, answers)
          const { status, body } = await apply(app.client(), owner, event, { email: `${unique('fan')}@example.org`, answers })
          const complaints = status === 201 ? [] : listAt(body, 'errors').map((error) => [at(error, 'path'), at(error, 'code')])
          expect([status, complaints]).toEqual([
            page.errors.length === 0 ? 201 : 422,
            page.errors.map(({ path, code }) => [path, `forms:${code}`]),
          ])
          if (status === 201) accepted += 1
          else refused += 1
        }
      }),
      { numRuns: 40, endOnFailure: true, interruptAfterTimeLimit: 60_000 },
    )
    // Both ways are walked often, or the agreement would say little.
    expect(Math.min(accepted, refused)).toBeGreaterThan(10)
  }, 120_000)

  it('keep the same answers', async () => {
    const asked = await askThese(
      fc.sample(anyForm(['choices', 'number', 'country', 'link', 'short']), { numRuns: 20, seed: 4 }).find(({ length }) => length > 6) ??
        [],
    )
    for (const answers of fc.sample(anyAnswers(asked), { numRuns: 60, seed: 4 })) {
      const page = readAnswers(asked, answers)
      const email = `${unique('fan')}@example.org`
      const { status } = await apply(app.client(), owner, event, { email, answers })
      if (status !== 201) continue
      const [row] = await app.database.query<{ answers: unknown }>('select answers from applications where email = $1', [email])
      expect(row?.answers).toEqual(page.answers)
    }
  }, 60_000)
})
