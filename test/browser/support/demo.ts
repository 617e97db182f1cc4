import { DataSource } from 'typeorm'
import { Application, ApplicationTokens } from '../../../apps/api/src/applications/index.js'
import { demoSignIn } from '../../../apps/api/src/demo/museum.js'
import { startTestApp, type TestApp } from '../../support/app.js'
import { type HttpClient, listAt, textAt } from '../../support/http-client.js'

/** The demo: a museum with one event in each phase and people at every step. */
export interface Demo {
  readonly app: TestApp
  /** Signed in as the owner. */
  readonly owner: HttpClient
  readonly hostId: string
  event(phase: string): { readonly id: string; readonly slug: string }
  /** The address of the page of somebody for whom this SQL condition on her application holds. */
  personalPage(condition: string): Promise<string>
}

export const museum = 'museum-duinlicht'

export async function startDemo(): Promise<Demo> {
  const app = await startTestApp({ demo: true })
  const owner = app.client()
  await owner.post('/api/session', demoSignIn)
  const events = listAt((await owner.get(`/api/organizations/${museum}/events`)).body, 'items')
  const hosts = await owner.get(`/api/organizations/${museum}/hosts`)
  return {
    app,
    owner,
    hostId: textAt(hosts.body, 'items.0.id'),
    event(phase) {
      const event = events.find((one) => textAt(one, 'phase') === phase)
      return { id: textAt(event, 'id'), slug: textAt(event, 'slug') }
    },
    async personalPage(condition) {
      const [found] = await app.database.query<{ id: string }>(
        `select applications.id from applications join events on events.id = event_id where ${condition} limit 1`,
      )
      const application = await app.get(DataSource).manager.findOneByOrFail(Application, { id: found?.id ?? '' })
      return new URL(app.get(ApplicationTokens).personalUrl(application)).pathname
    },
  }
}
