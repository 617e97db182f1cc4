import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Controller, Post, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { Clock, Transactions, TrialClock } from '../../apps/api/src/database/index.js'
import { networkKey, Public, RateLimiter, TooMany } from '../../apps/api/src/http/index.js'
import { HttpClient } from '../support/http-client.js'
import { type Probe, startProbe } from '../support/probe-app.js'

@Controller('/api/guesses')
class GuessesController {
  constructor(private readonly limits: RateLimiter) {}

  @Public()
  @Post()
  async guess(@Req() request: FastifyRequest): Promise<void> {
    await this.limits.take(null, `guess:${networkKey(request.ip)}`, { limit: 3, windowSeconds: 60 })
  }
}

let probe: Probe
let other: Probe
let limits: RateLimiter

beforeAll(async () => {
  probe = await startProbe({ controllers: [GuessesController] })
  other = await startProbe({ controllers: [GuessesController], database: probe.database })
  limits = probe.app.get(RateLimiter)
})

afterAll(async () => {
  await other?.close()
  await probe?.close()
})

const outcome = async (work: Promise<void>) => {
  try {
    await work
    return 'taken'
  } catch (error) {
    if (error instanceof TooMany) return 'too many'
    throw error
  }
}
const tally = (outcomes: readonly string[]) => outcomes.filter((word) => word === 'taken').length

describe('a rate limit', () => {
  it('lets exactly its number through when two processes ask at the same time', async () => {
    const second = other.app.get(RateLimiter)
    const asked = Array.from({ length: 60 }, (_, index) =>
      outcome((index % 2 ? limits : second).take(null, 'parallel', { limit: 7, windowSeconds: 600 })),
    )
    expect(tally(await Promise.all(asked))).toBe(7)
  })

  it('starts anew when its window is over', async () => {
    const rule = { limit: 1, windowSeconds: 60 }
    expect(await outcome(limits.take(null, 'window', rule))).toBe('taken')
    expect(await outcome(limits.take(null, 'window', rule))).toBe('too many')
    const now = await probe.app.get(Clock).now()
    await probe.app.get(Transactions).run((manager) => probe.app.get(TrialClock).moveTo(manager, new Date(now.getTime() + 61_000)))
    expect(await outcome(limits.take(null, 'window', rule))).toBe('taken')
  })

  it('counts guesses whose transaction was rolled back only when it is not part of it', async () => {
    const transactions = probe.app.get(Transactions)
    const fail = (take: (manager: Parameters<RateLimiter['take']>[0]) => Promise<void>) =>
      transactions
        .run(async (manager) => {
          await take(manager)
          throw new Error('wrong password')
        })
        .catch(() => undefined)
    for (let turn = 0; turn < 3; turn += 1) {
      await fail((manager) => limits.take(manager, 'inside', { limit: 3, windowSeconds: 60 }))
      await fail(() => limits.take(null, 'outside', { limit: 3, windowSeconds: 60 }))
    }
    expect(await outcome(limits.take(null, 'inside', { limit: 3, windowSeconds: 60 }))).toBe('taken')
    expect(await outcome(limits.take(null, 'outside', { limit: 3, windowSeconds: 60 }))).toBe('too many')
  })

  it('says when to come back', async () => {
    const client = new HttpClient(probe.url)
    for (let turn = 0; turn < 3; turn += 1) expect((await client.post('/api/guesses')).status).toBe(201)
    const refused = await client.post('/api/guesses')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50)
    expect(refused.body).toMatchObject({ detail: 'That was a little often. Please try again in a minute.' })
  })

  it('keeps no address in clear', async () => {
    await limits.take(null, 'mirjam@example.org', { limit: 3, windowSeconds: 60 })
    expect(await probe.database.query(`select from rate_limits where key like '%mirjam%'`)).toEqual([])
  })
})
