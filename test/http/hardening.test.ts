import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Conflict, Public } from '../../apps/api/src/http/index.js'
import { Email, Instant, ListOf, OneOf, Optional, Text, TimeZone, WholeNumber } from '../../apps/api/src/http/dto/index.js'
import { at, HttpClient, listAt } from '../support/http-client.js'
import { type Probe, startProbe } from '../support/probe-app.js'

class Line {
  @Text({ max: 20 }) label: string
}

class Letter {
  @Optional() @Text({ max: 100 }) name?: string
  @Optional() @Text({ max: 2000, multiline: true }) story?: string
  @Optional() @Email() email?: string
  @Optional() @Instant() at?: Date
  @Optional() @TimeZone() zone?: string
  @Optional() @OneOf(['red', 'blue']) colour?: string
  @Optional() @WholeNumber({ min: 1, max: 9 }) seats?: number
  @Optional() @ListOf(() => Line, { items: 3 }) lines?: Line[]
}

@Controller('/api/letters')
class LettersController {
  constructor(private readonly dataSource: DataSource) {}

  @Public()
  @Post()
  echo(@Body() letter: Letter): Letter {
    return letter
  }

  @Public()
  @Post('strict')
  strict(@Body() { label }: Line): string {
    return label
  }

  @Public()
  @Patch('raw')
  async raw(@Body() body: Record<string, unknown>): Promise<unknown> {
    return this.dataSource.query('select $1::jsonb', [JSON.stringify(body)])
  }

  @Public()
  @Get('search/:word')
  async search(@Param('word') word: string, @Query('more') more: string): Promise<unknown> {
    return this.dataSource.query('select $1::text, $2::text', [word, more])
  }

  @Public()
  @Get('broken')
  broken(): never {
    throw new Error('the password of the database is hunter2')
  }

  @Public()
  @Get('wordless')
  wordless(): never {
    throw new Conflict('nobody:wroteThis')
  }

  @Post('forgotten')
  forgotten(): string {
    return 'nobody said who may call this'
  }
}

let probe: Probe
let client: HttpClient

beforeAll(async () => {
  probe = await startProbe({ controllers: [LettersController] })
  client = new HttpClient(probe.url)
})

afterAll(() => probe?.close())

const json = (text: string) => client.post('/api/letters', text, { headers: { 'content-type': 'application/json' } })
const problems = (body: unknown) =>
  listAt(body, 'errors').map((error) => `${String(at(error, 'path'))} ${String(at(error, 'code')).split('.').at(-1)}`)

describe('a request body', () => {
  it('as a form of another page is refused', async () => {
    const answer = await client.post('/api/letters', 'name=Mirjam', { headers: { 'content-type': 'application/x-www-form-urlencoded' } })
    expect(answer).toMatchObject({ status: 415, body: { status: 415, title: 'Unknown format' } })
  })

  it('as plain text is refused', async () => {
    expect((await client.post('/api/letters', '{"name":"Mirjam"}', { headers: { 'content-type': 'text/plain' } })).status).toBe(415)
  })

  it('nested 20,000 deep is refused', async () => {
    const answer = await json(`{"name":${'['.repeat(20_000)}${']'.repeat(20_000)}}`)
    expect(answer).toMatchObject({ status: 400, body: { type: 'urn:tweetup:problem:problems:tooDeep' } })
  })

  it('whose texts hold thousands of brackets is not nested', async () => {
    expect((await client.post('/api/letters', { story: '[{'.repeat(500) })).status).toBe(201)
  })

  it.each([
    '{"__proto__":{"admin":true}}',
    '{"name":"x","lines":[{"__proto__":{"label":"x"}}]}',
    '{"constructor":{"prototype":{"admin":true}}}',
  ])('that reaches for prototypes is refused: %s', async (text) => {
    expect((await json(text)).status).toBe(400)
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
  })

  it('of more than a megabyte is refused', async () => {
    expect(await client.post('/api/letters', { story: 'x'.repeat(1_100_000) })).toMatchObject({ status: 413, body: { status: 413 } })
  })

  it.each(['{', '[]', 'null', '"text"', '12', '{"name":}'])('that is no object is refused: %j', async (text) => {
    const answer = await json(text)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })

  it('that is missing, or a form where JSON belongs, lacks every field', async () => {
    const missing = await client.post('/api/letters/strict')
    const form = await client.post('/api/letters/strict', '--x\r\nContent-Disposition: form-data; name="label"\r\n\r\nfree\r\n--x--\r\n', {
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    })
    const empty = await json('')
    expect([missing.status, form.status, empty.status]).toEqual([400, 400, 201])
    expect([problems(missing.body), problems(form.body), empty.body]).toEqual([['label required'], ['label required'], {}])
  })

  it('with a character that cannot be stored is refused, even past the DTO', async () => {
    const body = await client.patch('/api/letters/raw', { text: 'a\0b' })
    const path = await client.get('/api/letters/search/a%00b?more=c')
    const query = await client.get('/api/letters/search/a?more=%00')
    expect([body.status, path.status, query.status]).toEqual([400, 400, 400])
  })

  it('with a damaged escape in its address is refused', async () => {
    expect((await client.get('/api/letters/search/%E0%A4%A')).status).toBe(400)
  })
})

describe('a field', () => {
  it.each([
    ['a NUL', { name: 'Mir\0jam' }, 'name plain'],
    ['a line end in a name', { name: 'Mirjam\r\nBcc: everybody@example.org' }, 'name plain'],
    ['an escape', { story: '\u001B[31mred' }, 'story plain'],
    ['half a character', { name: 'a\uD800b' }, 'name plain'],
    ['too many characters', { name: 'x'.repeat(101) }, 'name tooLong'],
    ['only spaces', { name: '   ' }, 'name required'],
    ['a number', { name: 12 }, 'name text'],
    ['an object', { name: { length: 3 } }, 'name text'],
    ['a list', { name: ['Mirjam'] }, 'name text'],
    ['no address', { email: 'mirjam@' }, 'email email'],
    ['two addresses', { email: 'a@example.org,b@example.org' }, 'email email'],
    ['a day that no month has', { at: '2027-02-30T10:00:00Z' }, 'at instant'],
    ['a time without a zone', { at: '2027-02-20T10:00:00' }, 'at instant'],
    ['a zone that does not exist', { zone: 'Europe/Atlantis' }, 'zone timeZone'],
    ['another word', { colour: 'green' }, 'colour oneOf'],
    ['a fraction', { seats: 1.5 }, 'seats wholeNumber'],
    ['a number as text', { seats: '3' }, 'seats wholeNumber'],
    ['too many', { lines: [1, 2, 3, 4].map((n) => ({ label: String(n) })) }, 'lines tooMany'],
    ['something else in a list', { lines: ['label'] }, 'lines object'],
    ['an error deep inside', { lines: [{ label: 'fine' }, { label: '' }] }, 'lines.1.label required'],
    ['an unknown name', { admin: true }, 'admin whitelistValidation'],
    ['an unknown name deep inside', { lines: [{ label: 'fine', admin: true }] }, 'lines.0.admin whitelistValidation'],
  ])('with %s is named', async (_, body, problem) => {
    const answer = await client.post('/api/letters', body)
    expect(answer.status).toBe(400)
    expect(problems(answer.body)).toContain(problem)
  })

  it('is kept as people write it, tidied', async () => {
    const answer = await client.post('/api/letters', {
      name: '  Zoe\u0308 \u202Everanda ',
      story: 'One\r\nTwo\t3',
      email: ' Zoë@Müller.example ',
      at: '2027-02-20T10:00:00+01:00',
    })
    expect(answer.status).toBe(400)
    expect(problems(answer.body)).toEqual(['email email'])
    const right = await client.post('/api/letters', {
      name: '  Zoe\u0308 \u202Everanda ',
      story: 'One\r\nTwo\t3',
      email: ' zoe+fan@Müller.example ',
      at: '2027-02-20T10:00:00+01:00',
    })
    expect(right.body).toEqual({
      name: 'Zoë veranda',
      story: 'One\nTwo\t3',
      email: 'zoe+fan@Müller.example',
      at: '2027-02-20T09:00:00.000Z',
    })
  })

  it.each(['👩‍👩‍👧‍👦 & co', 'ابن سينا', 'שלום', '村上春樹', 'สมชาย', "Jan-Willem van der 's-Gravesande", '<script>alert(1)</script>'])(
    'takes the name %s',
    async (name) => {
      expect((await client.post('/api/letters', { name })).body).toEqual({ name: name.normalize('NFC') })
    },
  )
})

describe('a request', () => {
  it.each([
    ['from another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['from a sister site', { 'sec-fetch-site': 'same-site' }],
  ])('%s changes nothing', async (_, headers) => {
    const answer = await client.post('/api/letters', { name: 'x' }, { headers })
    expect(answer).toMatchObject({ status: 403, body: { type: 'urn:tweetup:problem:problems:foreignOrigin' } })
  })

  it('of an old browser goes by its origin', async () => {
    const send = (headers: Record<string, string>) =>
      fetch(`${probe.url}/api/letters`, {
        method: 'POST',
        body: '{"name":"x"}',
        headers: { 'content-type': 'application/json', ...headers },
      })
    const own = new URL(probe.url).origin
    const answers = await Promise.all([
      send({ origin: 'https://evil.example' }),
      send({ origin: 'null' }),
      send({ origin: own }),
      send({ cookie: 'tweetup=token' }),
      send({ cookie: 'tweetup=token', origin: own }),
      send({}),
    ])
    // Node's fetch sets Sec-Fetch-Mode but no Sec-Fetch-Site.
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 201, 403, 201, 201])
  })

  it('to an unknown address gets a problem document', async () => {
    for (const path of ['/api/nothing', '/api/', '/api/letters/1/2/3']) {
      const answer = await client.get(path)
      expect(answer).toMatchObject({
        status: 404,
        body: { type: 'urn:tweetup:problem:problems:notFound', title: 'Not found', status: 404 },
      })
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
    }
  })

  it('for a page that does not exist gets a page', async () => {
    const answer = await client.get('/nothing/here', { headers: { accept: 'text/html' } })
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(answer.text).toContain('"kind":"problem"')
  })

  it('to a route that does not say who may call it is refused', async () => {
    expect((await client.post('/api/letters/forgotten', {})).status).toBe(403)
  })

  it('that fails for a reason nobody foresaw says nothing of it', async () => {
    const answer = await client.get('/api/letters/broken')
    expect(answer).toMatchObject({ status: 500, body: { type: 'urn:tweetup:problem:problems:unexpected' } })
    expect(answer.text).not.toMatch(/hunter2|Error|at /)
  })

  it('that fails with a message nobody wrote is answered all the same', async () => {
    expect(await client.get('/api/letters/wordless')).toMatchObject({
      status: 500,
      body: { type: 'urn:tweetup:problem:problems:unexpected' },
    })
  })

  it('is answered in the language of the reader', async () => {
    const title = async (headers: Record<string, string>, query = '') =>
      at((await client.get(`/api/nothing${query}`, { headers })).body, 'title')
    expect(await title({ 'accept-language': 'nl-NL,nl;q=0.9,en;q=0.5' })).toBe('Niet gevonden')
    expect(await title({ 'accept-language': 'de, fr;q=0.9' })).toBe('Not found')
    expect(await title({ 'accept-language': 'en', cookie: 'tweetup_lang=nl' })).toBe('Niet gevonden')
    expect(await title({ 'accept-language': 'en' }, '?lang=nl')).toBe('Niet gevonden')
    expect(await title({ 'accept-language': 'nl;q=0, en' }, '?lang=xx')).toBe('Not found')
  })

  it('carries the headers that keep browsers careful', async () => {
    const page = await client.get('/console', { headers: { accept: 'text/html' } })
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'self'.*frame-ancestors 'none'/)
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe-inline')
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect(page.headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    expect((await client.get('/me/some-token')).headers.get('referrer-policy')).toBe('no-referrer')
    expect((await client.get('/api/health')).headers.get('cache-control')).toBe('no-store')
  })

  it('for the description of the API is answered', async () => {
    const answer = await client.get('/api/openapi.json')
    expect(answer.status).toBe(200)
    expect(at(answer.body, 'components.schemas.Letter.properties.name.maxLength')).toBe(100)
    expect((await client.get('/api/docs')).status).toBe(200)
  })
})
