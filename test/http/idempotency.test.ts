import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Body, Controller, HttpCode, Post } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Transactions } from '../../apps/api/src/database/index.js'
import { Conflict, Idempotency, Public } from '../../apps/api/src/http/index.js'
import { Text } from '../../apps/api/src/http/dto/index.js'
import { at, HttpClient } from '../support/http-client.js'
import { type Probe, startProbe } from '../support/probe-app.js'

class Note {
  @Text({ max: 50 }) text: string
}

@Public()
@Controller('/api/notes')
class NotesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
  ) {}

  @Post()
  async add(@Body() { text }: Note) {
    const number = await this.transactions.run(async (manager) => {
      const [row] = await manager.query<{ number: number }[]>('insert into notes (text) values ($1) returning number', [text])
      if (text === 'refused') throw new Conflict('problems:stale')
      return row?.number
    })
    return { number, text }
  }

  @Post('remembered')
  @HttpCode(202)
  async remember(@Body() { text }: Note) {
    return this.transactions.run(async (manager) => {
      await manager.query('insert into notes (text) values ($1)', [text])
      await this.idempotency.remember(manager, 202, { secret: text })
      return { secret: text }
    })
  }

  @Post('without-transaction')
  async bare(@Body() { text }: Note) {
    await this.dataSource.query('insert into notes (text) values ($1)', [text])
    return { text }
  }
}

let probe: Probe
let client: HttpClient

beforeAll(async () => {
  probe = await startProbe({ controllers: [NotesController] })
  client = new HttpClient(probe.url)
  const setup = probe.app.get(DataSource)
  await setup.query('create table notes (number serial primary key, text text not null)')
})

afterAll(() => probe?.close())

const send = (text: string, key: string, path = '/api/notes') => client.post(path, { text }, { headers: { 'idempotency-key': key } })
const count = async (text: string) => (await probe.database.query('select from notes where text = $1', [text])).length

describe('a POST with an Idempotency-Key', () => {
  it('takes effect once and is answered alike when it comes again', async () => {
    const first = await send('once', 'key-0001')
    const second = await send('once', 'key-0001')
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    expect(await count('once')).toBe(1)
  })

  it('takes effect once when fifty arrive at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => send('parallel', 'key-0002')))
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(answers[0]?.status).toBe(201)
    expect(await count('parallel')).toBe(1)
  })

  it('is refused when the key came with another body', async () => {
    await send('this', 'key-0003')
    const other = await send('that', 'key-0003')
    expect(other).toMatchObject({ status: 422, body: { type: 'urn:tweetup:problem:problems:idempotencyBody' } })
    expect(await count('that')).toBe(0)
  })

  it('means another request on another path or for another caller', async () => {
    await send('scoped', 'key-0004')
    await send('scoped', 'key-0004', '/api/notes/without-transaction')
    await client.post(
      '/api/notes',
      { text: 'scoped' },
      { headers: { 'idempotency-key': 'key-0004', authorization: 'Bearer somebody-else' } },
    )
    expect(await count('scoped')).toBe(3)
  })

  it('can be sent again after it failed, and leaves nothing of the failure', async () => {
    expect((await send('refused', 'key-0005')).status).toBe(409)
    expect((await send('refused', 'key-0005')).status).toBe(409)
    expect(await count('refused')).toBe(0)
  })

  it('keeps the answer with the effect when the use case asks for it, so that a crash in between loses nothing', async () => {
    await send('crash', 'key-0006', '/api/notes/remembered')
    const again = await send('crash', 'key-0006', '/api/notes/remembered')
    expect(again).toMatchObject({ status: 202, body: { secret: 'crash' } })
    expect(await count('crash')).toBe(1)
  })

  it('says so when it took effect but its answer got lost', async () => {
    await send('lost', 'key-0007')
    await probe.database.query('update idempotency_keys set answer = null, status = null')
    const again = await send('lost', 'key-0007')
    expect(again).toMatchObject({ status: 409, body: { type: 'urn:tweetup:problem:problems:idempotencyBusy' } })
    expect(await count('lost')).toBe(1)
  })

  it('stores neither the key nor the answer in clear', async () => {
    await send('a-very-secret-answer', 'key-very-secret')
    const rows = await probe.database.query<{ row: string }>(`select id || encode(answer, 'escape') as row from idempotency_keys`)
    expect(rows.filter(({ row }) => /very-secret/.test(row))).toEqual([])
  })

  it('stores no hash of the body that somebody could try passwords against', async () => {
    await send('geheim1234', 'key-with-a-body')
    const guess = createHash('sha256')
      .update(JSON.stringify({ text: 'geheim1234' }))
      .digest('base64url')
    expect(await probe.database.query('select from idempotency_keys where body_hash = $1', [guess])).toEqual([])
  })

  it('is refused when the key is too short to be one', async () => {
    expect(at((await send('short', 'abc')).body, 'type')).toBe('urn:tweetup:problem:problems:idempotencyKey')
  })
})
