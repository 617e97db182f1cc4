import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { applyAndConfirm, bearer, tokenIn } from '../factories/application.js'
import { openEvent } from '../factories/drawn-event.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { password, type SignedUp, signUp, unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { exampleOf, type Schema } from '../support/example-of.js'
import { type Answer, at, HttpClient, listAt, numberAt, textAt } from '../support/http-client.js'

interface Described extends Schema {
  readonly nullable?: boolean
  readonly additionalProperties?: Described
}
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Described }>> }
}
interface ApiDescription {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Described>> }
}

let app: TestApp
let owner: SignedUp
let event: PublishedEvent
let draft: string
let personalToken: string
/** The owner's. Routes that begin a session are called without it, because they end it. */
let session: string
let api: ApiDescription
let operations: { readonly method: string; readonly path: string; readonly operation: Operation }[]

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z' })
  owner = await signUp(app.client())
  session = owner.client.cookie('tweetup') ?? ''
  event = await openEvent(app, owner, 2)
  ;({ personalToken } = await applyAndConfirm(app, owner, event, { email: 'sanne@example.org' }))
  draft = textAt((await owner.client.post(`/api/organizations/${owner.slug}/events`, { title: 'Draft' })).body, 'id')
  api = (await app.client().get('/api/openapi.json')).body as ApiDescription
  operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
}, 60_000)
afterAll(() => app?.close())

/** An address of the operation that leads to something real, with some of its parts replaced. */
function addressOf(path: string, parts: Readonly<Record<string, string>> = {}): string {
  const real: Record<string, string> = {
    organization: owner.slug,
    event: event.slug,
    eventId: path.endsWith('/events/{eventId}') ? draft : event.id,
    userId: owner.userId,
    token: personalToken,
    index: '0',
    rendition: 'large',
  }
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? real[name] ?? '00000000-0000-7000-8000-000000000000')
}

/** Sends as the owner of the organization and as the holder of a personal page at once, so that nothing is refused for want of a right. */
function send(method: string, address: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const cookie = /^\/api\/(accounts|session|join)/.test(address) ? '' : `tweetup=${session}`
  return new HttpClient(app.url).send(method, address, {
    body,
    headers: { cookie, authorization: `Bearer ${personalToken}`, 'if-match': '"1"', ...headers },
  })
}

/** What is wrong with an answer to bad input, in words; undefined when nothing is. */
function complaint({ status, headers, body, text }: Answer, field?: string): string | undefined {
  if (status >= 500) return `answered ${status}`
  if (status < 400) return field === undefined ? undefined : `took it with ${status}`
  if (!(headers.get('content-type') ?? '').startsWith('application/problem+json')) return `answered ${status} without a problem document`
  if (at(body, 'status') !== status || typeof at(body, 'title') !== 'string') return `answered with an incomplete problem document: ${text}`
  if (/node_modules|\.ts:\d|select |insert into|postgres/i.test(text)) return `told of its insides: ${text}`
  if (field === undefined || status === 413 || status === 429) return undefined
  const paths = listAt(at(body, 'errors') === undefined ? [] : body, at(body, 'errors') === undefined ? '' : 'errors').map((error) =>
    String(at(error, 'path')),
  )
  const named = paths.some((path) => path === field || path.startsWith(`${field}.`))
  return named ? undefined : `answered ${status} and named ${paths.join(', ') || 'no field'}`
}

/** Runs the cases a few at a time and answers what is to be complained about. */
async function complaints(
  cases: readonly { readonly name: string; readonly run: () => Promise<Answer>; readonly field?: string }[],
): Promise<string[]> {
  const found: string[] = []
  const waiting = [...cases]
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const wrong = complaint(await next.run(), next.field)
      if (wrong !== undefined) found.push(`${next.name}: ${wrong}`)
    }
  }
  await Promise.all([lane(), lane(), lane(), lane()])
  return found
}

function resolved(schema: Described): Described {
  if (schema.$ref) return resolved(api.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {})
  if (schema.allOf?.[0]) return { ...resolved(schema.allOf[0]), nullable: schema.nullable }
  return schema
}

const long = 'x'.repeat(700_000)

/** Values of a wrong type for a field; each must be refused at that field. */
function wrongValues(schema: Described): unknown[] {
  switch (schema.type) {
    case 'integer':
    case 'number':
      return ['1', '', 1.5, -1, 1e300, true, {}, [1]]
    case 'boolean':
      return ['true', 1, {}, [true]]
    case 'array':
      return ['x', 1, {}, [null], [[[]]], [1], Array.from({ length: 3000 }, () => 'x')]
    case 'object':
      return [
        'x',
        1,
        [],
        ...(schema.additionalProperties ? wrongEntries(schema.additionalProperties) : [...(schema.required?.length ? [{}] : []), { x: 1 }]),
      ]
    case undefined:
    default:
      return [12, true, {}, ['x'], [[]], long]
  }
}

/** Maps whose one entry is of the wrong type. */
const wrongEntries = ({ type }: Described): unknown[] =>
  [type === 'integer' ? '1' : 1, null, [1], { b: 'c' }, type === 'integer' ? true : long].map((a) => ({ a }))

/** Texts that are of the right type and wrong in themselves; they may be refused, or kept harmlessly. */
const oddTexts = [
  '',
  'a\u0000b',
  'a\r\nBcc: b@example.org',
  '\ud800',
  '\u202Eevil',
  '<script>alert(1)</script>',
  "'; drop table users; --",
  '🎟'.repeat(50),
  '../../etc/passwd',
  '__proto__',
]

const shown = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, 40)

describe('a body of any route', () => {
  const withBody = () =>
    operations.flatMap(({ method, path, operation }) => {
      const schema = operation.requestBody?.content['application/json']?.schema
      return schema ? [{ method, path, schema, fields: Object.entries(resolved(schema).properties ?? {}) as [string, Described][] }] : []
    })

  it('is looked for in many', () => {
    expect(withBody().length).toBeGreaterThan(15)
    expect(withBody().every(({ fields }) => fields.length > 0)).toBe(true)
  })

  it('is refused at the field that has a value of the wrong type', async () => {
    const cases = withBody().flatMap(({ method, path, schema, fields }) =>
      fields.flatMap(([field, described]) =>
        wrongValues(resolved(described)).map((value) => ({
          name: `${method} ${path} ${field}=${shown(value)}`,
          field,
          run: () => send(method, addressOf(path), { ...(exampleOf(schema, api.components.schemas) as object), [field]: value }),
        })),
      ),
    )
    expect(cases.length).toBeGreaterThan(300)
    expect(await complaints(cases)).toEqual([])
  }, 120_000)

  it('is refused at the field that is missing', async () => {
    const cases = withBody().flatMap(({ method, path, schema }) =>
      (resolved(schema).required ?? []).flatMap((field) =>
        [undefined, null].map((value) => ({
          name: `${method} ${path} ${field}=${shown(value)}`,
          field,
          run: () => send(method, addressOf(path), { ...(exampleOf(schema, api.components.schemas) as object), [field]: value }),
        })),
      ),
    )
    expect(await complaints(cases)).toEqual([])
  })

  it('is refused at a field that is none, also where it would change what objects are', async () => {
    const cases = withBody().flatMap(({ method, path, schema }) =>
      ['id', 'organizationId', 'token', 'constructor', '__proto__', 'toString'].map((field) => {
        const example = JSON.stringify(exampleOf(schema, api.components.schemas)).slice(1, -1)
        const body = `{${example === '' ? '' : `${example},`}"${field}":{"admin":true}}`
        return {
          name: `${method} ${path} ${field}`,
          ...(field in {} ? {} : { field }),
          run: () => send(method, addressOf(path), body, { 'content-type': 'application/json' }),
        }
      }),
    )
    expect(await complaints(cases)).toEqual([])
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })

  it('with an odd text never upsets anything', async () => {
    const cases = withBody().flatMap(({ method, path, schema, fields }) =>
      fields
        .filter(([, described]) => (resolved(described).type ?? 'string') === 'string')
        .flatMap(([field]) =>
          oddTexts.map((value) => ({
            name: `${method} ${path} ${field}=${shown(value)}`,
            run: () => send(method, addressOf(path), { ...(exampleOf(schema, api.components.schemas) as object), [field]: value }),
          })),
        ),
    )
    expect(cases.length).toBeGreaterThan(300)
    expect(await complaints(cases)).toEqual([])
  }, 120_000)

  it.each([
    ['nothing', '', 400],
    ['half of one', '{"title":', 400],
    ['a text', '"title"', 400],
    ['a number', '1', 400],
    ['null', 'null', 400],
    ['a list', '[{"title":"x"}]', 400],
    ['a deep one', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, 400],
    ['a deep list', `{"title":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 400],
    ['more than a megabyte', JSON.stringify({ title: 'x'.repeat(1_100_000) }), 413],
    ['bytes that are no text', Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d), 400],
  ])('that is %s is a problem', async (_, body, status) => {
    for (const address of [
      `/api/organizations/${owner.slug}/events`,
      `/api/public/${owner.slug}/${event.slug}/applications`,
      '/api/session',
      '/api/me/answer',
    ]) {
      const answer = await send('POST', address, body, { 'content-type': 'application/json' })
      expect([address, answer.status, complaint(answer)]).toEqual([address, status, undefined])
    }
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'nonsense'])(
    'of the type %s is not read',
    async (type) => {
      for (const address of [
        `/api/organizations/${owner.slug}/events`,
        `/api/public/${owner.slug}/${event.slug}/applications`,
        '/api/confirmations',
      ])
        expect((await send('POST', address, 'title=x', { 'content-type': type })).status).toBe(415)
    },
  )
})

describe('an address of any route', () => {
  const odd = [
    '%00',
    '%0d%0a',
    '..%2f..%2fetc%2fpasswd',
    "'%3B--",
    '%ff',
    '%E2%80%AE',
    '99999999999999999999',
    'x'.repeat(3000),
    '01a2016f-7369-74bc-b8a4-46c769f951f1%00',
  ]

  it('with a part that is none is not found, and nothing worse', async () => {
    const cases = operations.flatMap(({ method, path, operation }) =>
      [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) =>
        odd.map((value) => {
          const schema = operation.requestBody?.content['application/json']?.schema
          return {
            name: `${method} ${path} ${name}=${value.slice(0, 40)}`,
            run: () => send(method, addressOf(path, { [name]: value }), schema && exampleOf(schema, api.components.schemas)),
          }
        }),
      ),
    )
    expect(cases.length).toBeGreaterThan(400)
    expect(await complaints(cases.map((one) => ({ ...one, run: async () => refused(await one.run()) })))).toEqual([])
  }, 120_000)

  /** What leads nowhere must not be taken. */
  const refused = (answer: Answer): Answer => (answer.status < 400 ? { ...answer, status: 599 } : answer)

  it('with odd parameters is refused at the parameter or answered, and nothing worse', async () => {
    const cursors = ['8640000000000000', '-8640000000000000', '1e308', 'Infinity', ''].map(
      (time) => `${time}.00000000-0000-7000-8000-000000000000`,
    )
    const values = [
      ...odd,
      '%',
      '[]',
      '1e999',
      '1.5',
      'pending',
      '_',
      '*',
      ...[...cursors, '2027-05-01T10:00:00Z|x', '0001-01-01T00:00:00Z|00000000-0000-7000-8000-000000000000'].map((text) =>
        Buffer.from(text).toString('base64url'),
      ),
    ]
    const cases = operations.flatMap(({ method, path, operation }) =>
      (operation.parameters ?? [])
        .filter((parameter) => parameter.in === 'query')
        .flatMap(({ name }) => [
          ...values.map((value) => ({
            name: `${method} ${path}?${name}=${value.slice(0, 40)}`,
            run: () => send(method, `${addressOf(path)}?${name}=${value}`),
          })),
          ...[`${name}=a&${name}=b`, `${name}[]=a`, `${name}[x]=a`, `${name}.x=a`].map((query) => ({
            name: `${method} ${path}?${query}`,
            run: () => send(method, `${addressOf(path)}?${query}`),
          })),
        ]),
    )
    expect(cases.length).toBeGreaterThan(100)
    expect(await complaints(cases)).toEqual([])
  }, 120_000)
})

describe('a header of any route', () => {
  it.each([
    ['if-match', ['', '*', 'W/"1"', '"x"', '1', '"1", "2"', `"${'9'.repeat(400)}"`, '"-1"', '"1.5"', '"0x1"']],
    ['idempotency-key', ['', ' ', 'x'.repeat(5000), '<script>', '../..', '\u00e9']],
    ['authorization', ['', 'Bearer', 'Bearer  ', `Bearer ${'x'.repeat(5000)}`, 'Basic eDp4', 'Bearer a b', 'Bearer ../..']],
    [
      'cookie',
      [
        'tweetup=',
        'tweetup=%00',
        `tweetup=${'x'.repeat(5000)}`,
        'tweetup',
        ';;;=;',
        '__proto__=x',
        'tweetup_lang=../../en',
        'tweetup_lang=%ff',
      ],
    ],
    ['accept-language', ['xx', '*', 'nl;q=x', '../..', ','.repeat(2000), 'en-'.repeat(500)]],
    ['accept', ['text/html', 'nonsense', '*/*;q=x']],
  ])('%s may hold anything', async (header, values) => {
    const routes: [string, string, unknown][] = [
      ['GET', `/api/organizations/${owner.slug}/events/${draft}`, undefined],
      ['PATCH', `/api/organizations/${owner.slug}/events/${draft}`, { tagline: 'x' }],
      ['POST', `/api/organizations/${owner.slug}/events`, { title: 'Headers' }],
      ['PATCH', '/api/me', { name: 'Sanne' }],
      ['GET', `/api/public/${owner.slug}/${event.slug}`, undefined],
    ]
    const cases = values.flatMap((value) =>
      routes.map(([method, address, body]) => ({
        name: `${method} ${address} ${header}: ${value.slice(0, 30)}`,
        run: () => send(method, address, body, { [header]: value }),
      })),
    )
    expect((await complaints(cases)).filter((wrong) => !/without a problem document/.test(wrong))).toEqual([])
  })
})

describe('an event', () => {
  const change = async (input: unknown): Promise<Answer> => {
    const path = `/api/organizations/${owner.slug}/events/${draft}`
    const version = numberAt((await owner.client.get(path)).body, 'version')
    return owner.client.patch(path, input, { headers: { 'if-match': `"${version}"` } })
  }
  const valid = { type: 'short', label: 'Where from?', required: true, options: [], maxLength: 100 }
  const item = { startsAt: '2027-06-10T18:00:00Z', title: 'Soup' }

  const refusals: [string, unknown][] = [
    ['capacity', { capacity: -1 }],
    ['capacity', { capacity: 0 }],
    ['capacity', { capacity: 1e9 }],
    ['capacity', { capacity: '100' }],
    ['promotionHours', { promotionHours: -5 }],
    ['promotionHours', { promotionHours: 1e6 }],
    ['startsAt', { startsAt: '9999-12-31T23:59:59Z' }],
    ['startsAt', { startsAt: '0000-01-01T00:00:00Z' }],
    ['startsAt', { startsAt: '+275760-09-13T00:00:00Z' }],
    ['startsAt', { startsAt: '2027-13-01T00:00:00Z' }],
    ['startsAt', { startsAt: '2027-02-29T00:00:00Z' }],
    ['startsAt', { startsAt: '2027-06-10' }],
    ['startsAt', { startsAt: 1_811_000_000_000 }],
    ['startsAt', { startsAt: 'next week' }],
    ['endsAt', { startsAt: '2027-06-10T18:00:00Z', endsAt: '2027-06-09T18:00:00Z' }],
    ['closesAt', { opensAt: '2027-05-10T18:00:00Z', closesAt: '2027-05-10T18:00:00Z' }],
    ['closesAt', { opensAt: '2027-05-10T18:00:00Z', closesAt: '2027-05-09T18:00:00Z' }],
    ['timeZone', { timeZone: 'Europe/Atlantis' }],
    ['timeZone', { timeZone: '../../etc/localtime' }],
    ['title', { title: '' }],
    ['title', { title: ' \n ' }],
    ['title', { title: 'Night\r\nBcc: everybody@example.org' }],
    ['title', { title: 'x'.repeat(10_000) }],
    ['title', { title: ['Night'] }],
    ['slug', { slug: '../admin' }],
    ['slug', { slug: 'Night Of' }],
    ['slug', { slug: 'x'.repeat(200) }],
    ['hashtag', { hashtag: '#two words' }],
    ['story', { story: 'x'.repeat(500_000) }],
    ['story', { story: ['<p>'] }],
    ['hostIds', { hostIds: ['00000000-0000-7000-8000-000000000000'] }],
    ['hostIds', { hostIds: ['x'] }],
    ['coverFileId', { coverFileId: '00000000-0000-7000-8000-000000000000' }],
    ['questions.0.label', { questions: [{ ...valid, label: '' }] }],
    ['questions.0.label', { questions: [{ ...valid, label: 'a\u0000' }] }],
    ['questions.0.type', { questions: [{ ...valid, type: 'rating' }] }],
    ['questions.0.type', { questions: [{ ...valid, type: 'password' }] }],
    ['questions.0.maxLength', { questions: [{ ...valid, maxLength: -1 }] }],
    ['questions.0.maxLength', { questions: [{ ...valid, maxLength: 1e12 }] }],
    ['questions.1.options', { questions: [valid, { ...valid, type: 'choice', options: ['only one'] }] }],
    ['questions.0.options', { questions: [{ ...valid, type: 'choice', options: ['same', 'same'] }] }],
    ['questions.0.options', { questions: [{ ...valid, type: 'choice', options: 'ab' }] }],
    ['questions.0.id', { questions: [{ ...valid, id: 'x' }] }],
    ['questions', { questions: Array.from({ length: 1000 }, () => valid) }],
    ['questions', { questions: { 0: valid } }],
    ['agenda.0.title', { agenda: [{ ...item, title: '' }] }],
    ['agenda.0.startsAt', { agenda: [{ ...item, startsAt: 'now' }] }],
    ['agenda.0.endsAt', { agenda: [{ ...item, endsAt: '2027-06-10T17:00:00Z' }] }],
    ['agenda.0.speaker', { agenda: [{ ...item, speaker: 12 }] }],
    ['agenda.0.price', { agenda: [{ ...item, price: 1 }] }],
    ['agenda', { agenda: Array.from({ length: 2000 }, () => item) }],
    ['locale', { locale: 'de' }],
  ]

  it.each(refusals.map(([field, input]) => [field, shown(input), input] as const))('is refused at %s for %s', async (field, _, input) => {
    const before = (await owner.client.get(`/api/organizations/${owner.slug}/events/${draft}`)).body
    const answer = await change(input)
    expect([answer.status === 400 || answer.status === 422, answer.status, complaint(answer, field)]).toEqual([
      true,
      answer.status,
      undefined,
    ])
    expect(at((await owner.client.get(`/api/organizations/${owner.slug}/events/${draft}`)).body, 'version')).toBe(at(before, 'version'))
  })
})

describe('an application', () => {
  const send = (changes: Readonly<Record<string, unknown>>): Promise<Answer> => {
    const [from = '', wish = '', travel = ''] = event.questionIds
    const answers = { [from]: 'Leiden', [travel]: 'Bike', ...(changes.answers as object | undefined) }
    const named = Object.fromEntries(Object.entries(answers).map(([key, value]) => [{ from, wish, travel }[key] ?? key, value]))
    return new HttpClient(app.url).post(`/api/public/${owner.slug}/${event.slug}/applications`, {
      name: 'Sanne',
      email: `${unique('new')}@example.org`,
      consent: true,
      locale: 'en',
      nonce: 'ab'.repeat(16),
      ...changes,
      answers: named,
    })
  }

  const refusals: [string, Record<string, unknown>][] = [
    ['name', { name: '' }],
    ['name', { name: '\u202E\u2066' }],
    ['name', { name: 'a\u0000b' }],
    ['name', { name: 'Sanne\r\nBcc: all@example.org' }],
    ['name', { name: 'Sanne\u2028Vermeer' }],
    ['name', { name: 'x'.repeat(201) }],
    ['name', { name: '\ud83c' }],
    ['name', { name: ['Sanne', 'Vermeer'] }],
    ['email', { email: 'sanne' }],
    ['email', { email: 'a@b.example, c@d.example' }],
    ['email', { email: 'a@b.example\r\nRCPT TO:<c@d.example>' }],
    ['email', { email: 'Sanne <a@b.example>' }],
    ['email', { email: '"a b"@b.example' }],
    ['email', { email: `${'x'.repeat(300)}@b.example` }],
    ['email', { email: ['a@b.example'] }],
    ['email', { email: { $ne: null } }],
    ['handle', { handle: 'x'.repeat(300) }],
    ['handle', { handle: 'javascript:alert(1)' }],
    ['consent', { consent: false }],
    ['consent', { consent: 'true' }],
    ['locale', { locale: 'xx' }],
    ['nonce', { nonce: 'zz'.repeat(16) }],
    ['nonce', { nonce: 'ab'.repeat(15) }],
    ['website', { website: 7 }],
    ['challenge', { challenge: 7 }],
    ['challenge', { challenge: 'x'.repeat(401) }],
    ['answers', { answers: { from: 12 } }],
    ['answers', { answers: { from: ['Leiden'] } }],
    ['answers', { answers: { wish: 'x'.repeat(900_000) } }],
    ['answers', { answers: { from: 'x'.repeat(101) } }],
    ['answers', { answers: { travel: 'Plane' } }],
    ['answers', { answers: { from: '' } }],
    ['answers', { answers: { '00000000-0000-7000-8000-000000000000': 'x' } }],
    ['ticketId', { ticketId: 'a'.repeat(64) }],
  ]

  it.each(refusals.map(([field, changes]) => [field, shown(changes), changes] as const))(
    'is refused at %s for %s',
    async (field, _, changes) => {
      const answer = await send(changes)
      expect([answer.status === 400 || answer.status === 422, answer.status, complaint(answer, field)]).toEqual([
        true,
        answer.status,
        undefined,
      ])
      expect(await app.database.query(`select from applications where email like 'new%'`)).toEqual([])
    },
  )

  it('keeps what can be read of an answer with characters that are no text', async () => {
    const answer = await send({ answers: { from: '\u0000Lei\u0007den\u202E', wish: '<b>\u2066all\u0001 of it</b>\u0000' } })
    expect(answer.status).toBe(201)
    const { body } = await new HttpClient(app.url).get('/api/me', bearer(tokenIn(textAt(answer.body, 'personalUrl'))))
    expect(Object.values(at(body, 'answers') as object)).toEqual(expect.arrayContaining(['Leiden', '<b>all of it</b>']))
  })

  it('with an answer of a megabyte is too large', async () => {
    expect((await send({ answers: { wish: 'x'.repeat(1_100_000) } })).status).toBe(413)
  })
})

describe('after all of it', () => {
  it('the installation is as it was: the owner can sign in, the event is there', async () => {
    const again = new HttpClient(app.url)
    const session = await again.post('/api/session', { email: owner.email, password })
    expect([200, 201, 429]).toContain(session.status)
    expect((await new HttpClient(app.url).get(`/api/public/${owner.slug}/${event.slug}`)).body).toMatchObject({
      title: 'Night of the Comet',
      phase: 'open',
    })
    expect((await new HttpClient(app.url).get('/api/health')).status).toBe(200)
  })
})
