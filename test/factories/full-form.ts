import type { TestApp } from '../support/app.js'
import { listAt, numberAt, textAt } from '../support/http-client.js'
import { type PublishedEvent, publishEvent } from './published-event.js'
import type { SignedUp } from './sign-up.js'

type Written = Readonly<Record<string, unknown>> & { readonly label: string }

const asks = (type: string, label: string, more: Readonly<Record<string, unknown>> = {}): Written => ({
  type,
  label,
  help: null,
  required: false,
  options: [],
  maxLength: 200,
  settings: {},
  showIf: null,
  ...more,
})

/** Every type of question under three headings; the number plate is asked only of those who come by car. */
const questions: readonly Written[] = [
  asks('long', 'Wat zou je willen laten zien?', { help: 'Twee zinnen is genoeg.', maxLength: 400 }),
  asks('short', 'Uit welke plaats kom je?', { required: true, maxLength: 60 }),
  asks('heading', 'De reis', { help: 'Zo weten we hoeveel fietsenrekken er nodig zijn.' }),
  asks('country', 'In welk land woon je?', { required: true }),
  asks('choice', 'Hoe reis je?', { required: true, options: ['Trein', 'Fiets', 'Auto'] }),
  asks('short', 'Wat is je kenteken?', { required: true, maxLength: 12 }),
  asks('date', 'Wanneer kom je aan?', { settings: { earliest: '2027-05-01', latest: '2027-12-31' } }),
  asks('heading', 'Over jou'),
  asks('date', 'Wanneer ben je jarig?', { required: true, settings: { birthday: true, latest: '2010-01-01' } }),
  asks('number', 'Hoe lang ben je?', { settings: { least: 1, most: 3, decimals: 2 } }),
  asks('choices', 'Wat eet je?', {
    required: true,
    options: ['Alles', 'Vegetarisch', 'Vegan', 'Zonder gluten'],
    settings: { fewest: 1, mostChoices: 2 },
  }),
  asks('heading', 'Je werk'),
  asks('link', 'Waar kunnen we iets van je zien?'),
  asks('handle', 'Je account op Instagram', { settings: { network: 'instagram' } }),
  asks('file', 'Een foto die je zelf maakte', { required: true, settings: { kinds: ['image'], maxMegabytes: 5 } }),
  asks('consent', 'Ik mag op foto’s van de avond staan', {
    required: true,
    settings: { documentTitle: 'Hoe we met foto’s omgaan', documentUrl: 'https://duinlicht.example/fotos' },
  }),
]

/** An event that takes applications from now on and asks everything that can be asked. */
export async function openFullForm(
  app: TestApp,
  owner: SignedUp,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<PublishedEvent> {
  const event = await publishEvent(owner, { now: await app.now(), changes: { locale: 'nl', questions, ...changes } })
  const address = `/api/organizations/${owner.slug}/events/${event.id}`
  const { body } = await owner.client.get(address)
  const asked = listAt(body, 'questions') as (Written & { id: string })[]
  const travel = asked.find(({ label }) => label === 'Hoe reis je?')
  const conditional = asked.map((question) =>
    question.label === 'Wat is je kenteken?' ? { ...question, showIf: { questionId: travel?.id, is: ['Auto'] } } : question,
  )
  const answer = await owner.client.patch(
    address,
    { questions: conditional },
    { headers: { 'if-match': `"${numberAt(body, 'version')}"` } },
  )
  if (answer.status !== 200) throw new Error(`The condition could not be set: ${answer.status} ${answer.text}`)
  await app.moveTo(event.opensAt)
  return { ...event, questionIds: asked.map((_, index) => textAt(answer.body, `questions.${index}.id`)) }
}
