import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Controller, Get, type OnModuleInit } from '@nestjs/common'
import {
  AccessRegistry,
  CurrentMember,
  CurrentUser,
  May,
  Member,
  type Membership,
  type Principal,
  SignedIn,
  TrialOnly,
  Public,
} from '../../apps/api/src/http/index.js'
import { HttpClient } from '../support/http-client.js'
import { type Probe, startProbe } from '../support/probe-app.js'

@Controller('/api/probe')
class ProbeController implements OnModuleInit {
  constructor(private readonly registry: AccessRegistry) {}

  onModuleInit(): void {
    this.registry.useSessions(async ({ headers }) =>
      headers.authorization ? { userId: headers.authorization, sessionId: 'session' } : undefined,
    )
    this.registry.useMemberships(async (userId, organizationSlug) => {
      const role = userId === 'mirjam' ? 'owner' : userId === 'sam' ? 'door' : undefined
      return role && organizationSlug === 'duinlicht' ? { userId, organizationId: 'id-of-duinlicht', organizationSlug, role } : undefined
    })
  }

  @SignedIn()
  @Get('me')
  me(@CurrentUser() { userId }: Principal): string {
    return userId
  }

  @Member()
  @Get(':organization/anybody')
  anybody(@CurrentMember() { organizationId, role }: Membership): string {
    return `${role} of ${organizationId}`
  }

  @May('events.edit')
  @Get(':organization/edit')
  edit(@CurrentMember() { role }: Membership): string {
    return role
  }

  @Public()
  @TrialOnly()
  @Get('trial')
  trial(): string {
    return 'a trial'
  }
}

describe('who may call a route', () => {
  let probe: Probe
  let client: HttpClient
  beforeAll(async () => {
    probe = await startProbe({ controllers: [ProbeController] })
    client = new HttpClient(probe.url)
  })
  afterAll(() => probe?.close())

  const as = async (user: string | undefined, path: string) => {
    const { status, text } = await client.get(`/api/probe/${path}`, user === undefined ? {} : { headers: { authorization: user } })
    return status === 200 ? text : status
  }

  it('of the signed-in is whoever has a session', async () => {
    expect(await as(undefined, 'me')).toBe(401)
    expect(await as('anna', 'me')).toBe('anna')
  })

  it('of members is whoever belongs to the organization; to everybody else it does not exist', async () => {
    expect(await as(undefined, 'duinlicht/anybody')).toBe(401)
    expect(await as('anna', 'duinlicht/anybody')).toBe(404)
    expect(await as('sam', 'duinlicht/anybody')).toBe('door of id-of-duinlicht')
    expect(await as('sam', 'another/anybody')).toBe(404)
  })

  it('of a verb is whoever has a role for it', async () => {
    expect(await as('sam', 'duinlicht/edit')).toBe(403)
    expect(await as('mirjam', 'duinlicht/edit')).toBe('owner')
  })

  it('of trials is nobody who comes by a foreign name, as a page that points its own name at this machine would', async () => {
    const { hostname, port } = new URL(probe.url)
    const inject = async (host: string) => (await probe.app.inject({ url: '/api/probe/trial', headers: { host } })).statusCode
    expect([
      await inject('rebound.example'),
      await inject(`${hostname}:${port}`),
      await inject('127.0.0.1:3000'),
      await inject('[::1]:3000'),
    ]).toEqual([404, 200, 200, 200])
  })
})
