import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import { signUp, type SignedUp, unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'

let app: TestApp
let owner: SignedUp

beforeAll(async () => {
  app = await startTestApp({ smtp: true, settings: { DATABASE_POOL: '2' } })
  owner = await signUp(app.client())
})
afterAll(() => app?.close())

describe('mails to strangers', () => {
  const invite = ({ client, slug }: SignedUp, email: string) =>
    client.post(`/api/organizations/${slug}/members/invitations`, { email, role: 'door' })

  it('stop at ten a day to one address, however many organizations somebody signs up', async () => {
    const victim = `${unique('victim')}@example.org`
    const statuses: number[] = []
    for (const _ of [1, 2, 3]) {
      const attacker = await signUp(app.client(), { organizationName: 'You have won a telescope' })
      for (let time = 0; time < 4; time += 1) statuses.push((await invite(attacker, victim)).status)
    }
    expect(statuses).toEqual([...Array<number>(10).fill(201), 429, 429])
    await app.settled()
    expect(await app.database.query('select from deliveries where recipient = $1', [victim])).toHaveLength(10)
  })
})

describe('many large pictures at once', () => {
  const upload = async (bytes: Buffer) => {
    const form = new FormData()
    form.append('kind', 'cover')
    form.append('file', new Blob([new Uint8Array(bytes)]), 'large.png')
    return owner.client.post(`/api/organizations/${owner.slug}/files`, form)
  }

  it('leave connections for everybody else', async () => {
    const large = await sharp({ create: { width: 4000, height: 4000, channels: 3, background: '#0A6450' } })
      .png()
      .toBuffer()
    const finished: string[] = []
    const uploads = Array.from({ length: 6 }, async () => {
      const { status } = await upload(large)
      finished.push(`upload ${status}`)
    })
    await Promise.race(uploads)
    expect((await app.client().get(`/api/public/${owner.slug}`)).status).toBe(200)
    finished.push('page')
    await Promise.all(uploads)
    expect(finished.filter((what) => what === 'upload 201')).toHaveLength(6)
    expect(finished.indexOf('page')).toBeLessThan(4)
  }, 60_000)
})
