import type { TestApp } from '../support/app.js'
import { type Answer, listAt, textAt } from '../support/http-client.js'
import { openEvent } from './drawn-event.js'
import type { PublishedEvent } from './published-event.js'
import { apply, confirmTokenFor, tokenIn } from './application.js'
import type { SignedUp } from './sign-up.js'

export interface AlikeEvent {
  readonly event: PublishedEvent
  readonly base: string
  /** Somebody applies with a birthday, a handle or whatever else; answers the id. */
  readonly came: (who: Somebody) => Promise<string>
}

export interface Somebody {
  readonly email: string
  readonly name?: string
  readonly born?: string
  readonly instagram?: string
  readonly handle?: string
  readonly device?: string
  readonly confirmed?: boolean
  readonly city?: string
}

const question = (type: string, label: string, settings: object = {}) => ({
  type,
  label,
  help: null,
  required: false,
  options: [],
  maxLength: 100,
  settings,
  showIf: null,
})

/** An event that asks for a town, a birthday and an account, open now. Needs an app with `smtp: true`. */
export async function alikeEvent(app: TestApp, owner: SignedUp, changes: Readonly<Record<string, unknown>> = {}): Promise<AlikeEvent> {
  const questions = [
    question('short', 'Where do you come from?'),
    question('date', 'When were you born?', { birthday: true }),
    question('handle', 'Your account on Instagram', { network: 'instagram' }),
  ]
  const event = await openEvent(app, owner, 3, { questions, ...changes })
  const [from = '', born = '', instagram = ''] = event.questionIds
  const base = `/api/organizations/${owner.slug}/events/${event.id}`
  const came = async (who: Somebody): Promise<string> => {
    const answers = {
      ...(who.city !== undefined && { [from]: who.city }),
      ...(who.born !== undefined && { [born]: who.born }),
      ...(who.instagram !== undefined && { [instagram]: who.instagram }),
    }
    const { email, name = 'Sanne Vermeer', handle, device } = who
    const client = app.client()
    const receipt = await apply(client, owner, event, { email, name, answers, ...(handle && { handle }), ...(device && { device }) })
    if (receipt.status !== 201) throw new Error(`Applying failed: ${receipt.status} ${receipt.text}`)
    const personalToken = tokenIn(textAt(receipt.body, 'personalUrl'))
    if (who.confirmed) confirmed(await client.post('/api/confirmations', { token: await confirmTokenFor(app, email), personalToken }))
    const [row] = await app.database.query<{ id: string }>('select id from applications where ticket_id = $1', [
      textAt(receipt.body, 'ticketId'),
    ])
    return row?.id ?? ''
  }
  return { event, base, came }
}

function confirmed({ status, text }: Answer): void {
  if (status !== 200) throw new Error(`Confirming failed: ${status} ${text}`)
}

/** The sets of an answer, each as the ids of its members. */
export const setsIn = ({ body }: Answer): string[][] =>
  listAt(body, 'items').map((set) => listAt(set, 'applications').map((application) => textAt(application, 'id')))
