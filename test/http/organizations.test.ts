import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import { inviteColleague } from '../factories/colleague.js'
import { password, signUp, type SignedUp, unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { type Answer, type HttpClient, listAt, textAt } from '../support/http-client.js'

let app: TestApp
let owner: SignedUp
let path: string

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-04-01T10:00:00Z' })
  owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht', locale: 'nl' })
  path = `/api/organizations/${owner.slug}`
})

afterAll(() => app?.close())

const fields = (answer: Answer): string[] => listAt(answer.body, 'errors').map((error) => textAt(error, 'path'))

async function upload(client: HttpClient, kind: string, bytes: Uint8Array<ArrayBuffer>): Promise<Answer> {
  const form = new FormData()
  form.append('kind', kind)
  form.append('file', new Blob([bytes]), 'picture.png')
  return client.post(`${path}/files`, form)
}

const picture = async (width = 600, height = 400) =>
  new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background: '#0A6450' } })
      .png()
      .toBuffer(),
  )

describe('the brand', () => {
  it('is changed by its owner, and its colours follow', async () => {
    const answer = await owner.client.patch(path, {
      accent: '#ffe600',
      address: 'Kometenpad 1, Noordwijk',
      website: 'https://duinlicht.example/',
    })
    expect(answer).toMatchObject({
      status: 200,
      body: { accent: '#FFE600', address: 'Kometenpad 1, Noordwijk', website: 'https://duinlicht.example/' },
    })
    expect(textAt(answer.body, 'accentTokens.light.accent')).not.toBe('#FFE600')
    expect((await owner.client.get(path)).body).toEqual(answer.body)
  })

  it.each([
    ['accent', 'red'],
    ['accent', 'url(javascript:x)'],
    ['website', 'javascript:alert(1)'],
    ['website', 'https://user:secret@duinlicht.example'],
    ['locale', 'de'],
    ['name', 'x'.repeat(121)],
    ['address', 'Kometenpad 1\nNoordwijk'],
    ['slug', 'api'],
    ['id', '00000000-0000-7000-8000-000000000000'],
  ])('refuses %s = %s', async (field, value) => {
    const answer = await owner.client.patch(path, { [field]: value })
    expect(answer.status).toBe(400)
    expect(fields(answer)).toEqual([field])
  })

  it('has a logo of its own, and no other organization’s', async () => {
    const mine = textAt((await upload(owner.client, 'logo', await picture())).body, 'id')
    expect((await owner.client.patch(path, { logoFileId: mine })).body).toMatchObject({ logoUrl: `/files/${mine}/medium` })
    const stranger = await signUp(app.client())
    const theft = await stranger.client.patch(`/api/organizations/${stranger.slug}`, { logoFileId: mine })
    expect(theft.status).toBe(422)
    expect(fields(theft)).toEqual(['logoFileId'])
  })

  it('is written into the log with what it was before', async () => {
    await owner.client.patch(path, { name: 'Museum Duinlicht aan Zee' })
    const rows = await app.database.query(
      'select action, before, after from audit_log where organization_id = $1 order by at desc limit 1',
      [owner.organizationId],
    )
    expect(rows).toMatchObject([
      { action: 'organization.changed', before: { name: 'Museum Duinlicht' }, after: { name: 'Museum Duinlicht aan Zee' } },
    ])
  })
})

describe('pictures', () => {
  it('are kept in three sizes', async () => {
    const answer = await upload(owner.client, 'cover', await picture(2400, 1200))
    expect(answer).toMatchObject({ status: 201, body: { width: 2400, height: 1200 } })
    const file = await owner.client.get(textAt(answer.body, 'urls.small'))
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/webp'])
  })

  it.each<[string, () => Promise<Uint8Array<ArrayBuffer>>]>([
    ['SVG', async () => new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['HTML', async () => new TextEncoder().encode('<html><script>alert(1)</script>')],
    ['an empty file', async () => new Uint8Array()],
    ['half a picture', async () => (await picture()).slice(0, 60)],
  ])('are refused when they are %s', async (_, bytes) => {
    const answer = await upload(owner.client, 'cover', await bytes())
    expect([400, 422]).toContain(answer.status)
    expect(fields(answer)).toEqual(['file'])
  })

  it('are refused without a kind, and without a form', async () => {
    expect(fields(await upload(owner.client, 'passport', await picture()))).toEqual(['kind'])
    expect((await owner.client.post(`${path}/files`, { kind: 'cover' })).status).toBe(400)
  })
})

describe('hosts', () => {
  const mirjam = {
    name: 'Mirjam de Vries',
    roleTitle: 'Community lead',
    handle: '@mirjam@toot.example',
    replyTo: 'mirjam@duinlicht.example',
  }

  it('are added, changed, listed and archived', async () => {
    const photoFileId = textAt((await upload(owner.client, 'photo', await picture())).body, 'id')
    const added = await owner.client.post(`${path}/hosts`, { ...mirjam, photoFileId })
    expect(added).toMatchObject({ status: 201, body: { ...mirjam, photo: { small: `/files/${photoFileId}/small` } } })
    const id = textAt(added.body, 'id')
    expect(
      (await owner.client.patch(`${path}/hosts/${id}`, { roleTitle: 'Head of soup', handle: null, photoFileId: null })).body,
    ).toMatchObject({
      ...mirjam,
      roleTitle: 'Head of soup',
      handle: null,
      photo: null,
    })
    expect((await owner.client.get(`${path}/hosts`)).body).toMatchObject({ items: [{ id }] })
    expect((await owner.client.delete(`${path}/hosts/${id}`)).status).toBe(204)
    expect((await owner.client.get(`${path}/hosts`)).body).toEqual({ items: [] })
    expect((await owner.client.delete(`${path}/hosts/${id}`)).status).toBe(404)
  })

  it.each([
    ['name', 'Mirjam\r\nBcc: all@example.org'],
    ['replyTo', 'mirjam@duinlicht.example\r\nBcc: all@example.org'],
    ['replyTo', 'not an address'],
    ['roleTitle', ''],
    ['photoFileId', 'x'],
    ['name', ['a', 'b']],
  ])('are refused with %s = %j', async (field, value) => {
    const answer = await owner.client.post(`${path}/hosts`, { ...mirjam, [field]: value })
    expect(answer.status).toBe(400)
    expect(fields(answer)).toEqual([field])
  })
})

describe('members', () => {
  it('are invited by mail and join with a new account', async () => {
    const email = `${unique('joost')}@duinlicht.example`
    expect(await owner.client.post(`${path}/members/invitations`, { email, role: 'organizer' })).toMatchObject({
      status: 201,
      body: { email, role: 'organizer' },
    })
    const token = await joinToken(email)
    const joost = app.client()
    expect((await joost.get(`/api/join/${token}`)).body).toMatchObject({ email, role: 'organizer', hasAccount: false })
    const joined = await joost.post(`/api/join/${token}`, { name: 'Joost Bakker', password })
    expect(joined).toMatchObject({
      status: 200,
      body: { user: { email }, memberships: [{ role: 'organizer', organization: { slug: owner.slug } }] },
    })
    expect((await joost.get(path)).status).toBe(200)
    expect((await app.client().post(`/api/join/${token}`, { name: 'Somebody else', password })).status).toBe(404)
  })

  it('join a second organization with the password they have', async () => {
    const colleague = await signUp(app.client(), { organizationName: 'Kobalt Audio' })
    await owner.client.post(`${path}/members/invitations`, { email: colleague.email, role: 'door' })
    const token = await joinToken(colleague.email)
    expect((await app.client().get(`/api/join/${token}`)).body).toMatchObject({ hasAccount: true })
    const wrong = await app.client().post(`/api/join/${token}`, { password: 'not the one she has' })
    expect(wrong.status).toBe(422)
    expect(fields(wrong)).toEqual(['password'])
    const joined = await app.client().post(`/api/join/${token}`, { password })
    expect(listAt(joined.body, 'memberships')).toHaveLength(2)
  })

  it('need a name for a new account', async () => {
    const email = `${unique('nameless')}@duinlicht.example`
    await owner.client.post(`${path}/members/invitations`, { email, role: 'door' })
    expect(fields(await app.client().post(`/api/join/${await joinToken(email)}`, { password }))).toEqual(['name'])
  })

  it('cannot use a link that was withdrawn or replaced', async () => {
    const email = `${unique('twice')}@duinlicht.example`
    await owner.client.post(`${path}/members/invitations`, { email, role: 'door' })
    const first = await joinToken(email)
    app.sink?.clear()
    const second = await owner.client.post(`${path}/members/invitations`, { email, role: 'reviewer' })
    expect((await app.client().get(`/api/join/${first}`)).status).toBe(404)
    const token = await joinToken(email)
    expect((await owner.client.delete(`${path}/members/invitations/${textAt(second.body, 'id')}`)).status).toBe(204)
    expect((await app.client().post(`/api/join/${token}`, { name: 'Too Late', password })).status).toBe(404)
  })

  it('are not invited twice', async () => {
    const answer = await owner.client.post(`${path}/members/invitations`, { email: owner.email, role: 'door' })
    expect(answer.status).toBe(422)
    expect(fields(answer)).toEqual(['email'])
  })

  it('keep an owner, whoever is removed or changed, even all at once', async () => {
    const duo = await signUp(app.client())
    const members = `/api/organizations/${duo.slug}/members`
    const second = await inviteColleague(app, duo, 'owner')
    const secondId = textAt((await second.get('/api/session')).body, 'user.id')
    const answers = await Promise.all([
      duo.client.patch(`${members}/${secondId}`, { role: 'door' }),
      second.patch(`${members}/${duo.userId}`, { role: 'door' }),
      duo.client.delete(`${members}/${secondId}`),
      second.delete(`${members}/${duo.userId}`),
    ])
    expect(answers.every(({ status }) => status < 500)).toBe(true)
    const owners = await app.database.query(`select user_id from memberships where organization_id = $1 and role = 'owner'`, [
      duo.organizationId,
    ])
    expect(owners).toHaveLength(1)
  })

  it('cannot lose their last owner', async () => {
    const solo = await signUp(app.client())
    const members = `/api/organizations/${solo.slug}/members`
    expect((await solo.client.delete(`${members}/${solo.userId}`)).status).toBe(409)
    expect((await solo.client.patch(`${members}/${solo.userId}`, { role: 'organizer' })).status).toBe(409)
    expect((await solo.client.patch(`${members}/${solo.userId}`, { role: 'owner' })).status).toBe(204)
  })

  it('are out at once when they are removed', async () => {
    const colleague = await inviteColleague(app, owner, 'organizer')
    const userId = textAt((await colleague.get('/api/session')).body, 'user.id')
    expect((await colleague.get(path)).status).toBe(200)
    await owner.client.delete(`${path}/members/${userId}`)
    expect((await colleague.get(path)).status).toBe(404)
    expect((await colleague.get('/api/session')).body).toMatchObject({ memberships: [] })
  })

  async function joinToken(email: string): Promise<string> {
    const mail = await app.sink?.mailTo(email)
    const token = mail?.parsed.text?.match(/\/join\/([\w-]+)/)?.[1]
    if (!token) throw new Error(`No link to join in the mail to ${email}`)
    return token
  }
})

describe('who may do what', () => {
  it.each([
    ['organizer', { patch: 403, hosts: 201, invite: 403, members: 200 }],
    ['reviewer', { patch: 403, hosts: 403, invite: 403, members: 403 }],
    ['door', { patch: 403, hosts: 403, invite: 403, members: 403 }],
  ] as const)('%s', async (role, expected) => {
    const client = await inviteColleague(app, owner, role)
    expect((await client.get(path)).status).toBe(200)
    expect({
      patch: (await client.patch(path, { name: 'Mine now' })).status,
      hosts: (await client.post(`${path}/hosts`, { name: 'A', roleTitle: 'B', replyTo: 'c@d.example' })).status,
      invite: (await client.post(`${path}/members/invitations`, { email: 'x@y.example', role: 'owner' })).status,
      members: (await client.get(`${path}/members`)).status,
    }).toEqual(expected)
  })

  it('nobody without a session', async () => {
    expect((await app.client().get(path)).status).toBe(401)
  })
})
