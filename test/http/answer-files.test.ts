import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import { apply, bearer, tokenIn } from '../factories/application.js'
import { draftsOf } from '../factories/drafts.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp, unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, listAt, textAt } from '../support/http-client.js'
import { waitFor } from '../support/wait-for.js'

const start = new Date('2027-05-01T10:00:00Z')
const day = 86_400_000

let app: TestApp
let owner: SignedUp
let event: PublishedEvent

beforeAll(async () => {
  app = await startTestApp({ clock: start })
  owner = await signUp(app.client())
  event = await publishEvent(owner, {
    now: start,
    changes: {
      questions: [
        { type: 'file', label: 'A picture of you looking up' },
        { type: 'file', label: 'Your drawing, as PDF', settings: { kinds: ['pdf'], maxMegabytes: 1 } },
      ],
    },
  })
  await app.moveTo(new Date(event.opensAt.getTime() + 1000))
}, 60_000)
afterAll(() => app?.close())

const [picture, drawing] = [0, 1].map((index) => () => event.questionIds[index] ?? '') as [() => string, () => string]
const photo = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#0A6450' } })
const pdf = (content = '') => Buffer.from(`%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n${content}\ntrailer <</Root 1 0 R>>\n%%EOF\n`)

async function send(bytes: Buffer, { field = 'file', name = 'photo.jpg', twice = false } = {}) {
  const form = new FormData()
  form.append(field, new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), name)
  if (twice) form.append(field, new Blob([new Uint8Array(bytes)]), 'second.jpg')
  return app.client().post(`/api/public/${owner.slug}/${event.slug}/files`, form)
}
const sent = async (bytes: Buffer, name?: string) => textAt((await send(bytes, name === undefined ? {} : { name })).body, 'id')
const errorsOf = (body: unknown) => listAt(body, 'errors').map((error) => [at(error, 'path'), at(error, 'code')])
async function applyWith(answers: Record<string, string>) {
  const email = `${unique('fan')}@example.org`
  const { status, body } = await apply(app.client(), owner, event, { email, answers })
  const [row] = await app.database.query<{ id: string }>('select id from applications where email = $1', [email])
  return { status, body, id: row?.id ?? '', token: status === 201 ? tokenIn(textAt(body, 'personalUrl')) : '' }
}
const read = (path: string, headers: Record<string, string> = {}) => fetch(new URL(path, app.url), { headers })
const own = (token: string, file: string) => read(`/api/me/files/${file}`, bearer(token).headers)

/** A PNG of almost nothing that says that it is enormous. */
function enormousPng(side: number): Buffer {
  const crcOf = (bytes: Buffer) => {
    let crc = 0xffffffff
    for (const byte of bytes) {
      crc ^= byte
      for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
    }
    return (crc ^ 0xffffffff) >>> 0
  }
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crcOf(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('a file that is sent ahead', () => {
  it('is a picture or a PDF, whatever it is called', async () => {
    const { status, body } = await send(await photo(300, 200).png().toBuffer(), { name: 'C:\\holiday\\me.exe' })
    expect([status, body]).toEqual([201, { id: expect.any(String), kind: 'image', size: expect.any(Number), name: 'me.exe' }])
    expect((await send(pdf())).body).toMatchObject({ kind: 'pdf', size: pdf().length })
    for (const format of ['jpeg', 'webp', 'gif'] as const)
      expect((await send(await photo(20, 20).toFormat(format).toBuffer())).status).toBe(201)
  })

  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['a drawing with a script', () => Buffer.from(svg), 'kind'],
    ['a drawing behind an XML declaration', () => Buffer.from(`<?xml version="1.0"?>${svg}`), 'kind'],
    ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'kind'],
    ['an archive', () => Buffer.from('PK\x03\x04 and so on'), 'kind'],
    ['nothing', () => Buffer.alloc(0), 'kind'],
    ['a script that becomes a PDF', () => Buffer.from(`/*${' '.repeat(500)}*/alert(1)//%PDF-1.7\n%%EOF`), 'kind'],
    ['half a PDF', () => pdf('x'.repeat(4000)).subarray(0, 2000), 'kind'],
    ['a PDF with an archive behind it', () => Buffer.concat([pdf(), Buffer.from(`PK\x03\x04${'x'.repeat(2000)}`)]), 'kind'],
    ['half a picture', async () => (await photo(900, 900).jpeg().toBuffer()).subarray(0, 700), 'damaged'],
    ['the beginning of a picture', () => Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'), 'damaged'],
    ['a picture of fifty thousand by fifty thousand', () => enormousPng(50_000), 'tooManyPixels'],
    ['eleven megabytes', async () => Buffer.concat([await photo(20, 20).jpeg().toBuffer(), Buffer.alloc(11 * 1024 * 1024)]), ''],
  ])('is not %s', async (_, make, code) => {
    const { status, body } = await send(await make())
    expect([status, errorsOf(body)]).toEqual([422, [['file', code === '' ? 'files:tooLarge' : `files:sent.${code}`]]])
  })

  it('is one, and stands in its field', async () => {
    const small = await photo(9, 9).png().toBuffer()
    expect(errorsOf((await send(small, { field: 'picture' })).body)).toEqual([['picture', 'problems:field.whitelistValidation']])
    const two = await send(small, { twice: true })
    expect(two.status).toBeGreaterThanOrEqual(400)
    expect(two.status).toBeLessThan(500)
    expect((await app.client().post(`/api/public/${owner.slug}/${event.slug}/files`, { file: 'x' })).status).toBe(400)
  })

  it('is not taken where nobody asks for one, before the opening, or by an event that is not there', async () => {
    const small = await photo(9, 9).png().toBuffer()
    const form = () => {
      const one = new FormData()
      one.append('file', new Blob([new Uint8Array(small)]), 'a.png')
      return one
    }
    const other = await publishEvent(owner, { title: 'No files here', now: await app.now() })
    expect((await app.client().post(`/api/public/${owner.slug}/${other.slug}/files`, form())).status).toBe(409)
    expect((await app.client().post(`/api/public/${owner.slug}/nothing/files`, form())).status).toBe(404)
  })

  it('loses whatever is not its pixels: where it was taken, what is hidden behind it, what it says', async () => {
    const taken = await photo(400, 200)
      .withExif({ IFD0: { Copyright: 'secret place' }, IFD3: { GPSLatitude: '52/1 9/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    // A comment of a JPEG may hold anything, and so may what comes after its end.
    const comment = Buffer.from('<script>alert(1)</script>')
    const marker = Buffer.from([0xff, 0xfe, 0, comment.length + 2])
    const both = Buffer.concat([taken.subarray(0, 2), marker, comment, taken.subarray(2), Buffer.from('PK\x03\x04GIFAR')])
    const file = await sent(both)
    const { token } = await applyWith({ [picture()]: file })
    const bytes = Buffer.from(await (await own(token, file)).arrayBuffer())
    const { format, width, height, exif } = await sharp(bytes).metadata()
    expect([format, width, height, exif]).toEqual(['webp', 200, 400, undefined])
    for (const trace of ['script', 'GIFAR', 'secret place']) expect(bytes.includes(trace)).toBe(false)
  })

  it('is made no larger than anybody looks at', async () => {
    const file = await sent(await photo(4000, 1000).jpeg().toBuffer())
    const { token } = await applyWith({ [picture()]: file })
    expect((await sharp(Buffer.from(await (await own(token, file)).arrayBuffer())).metadata()).width).toBe(2560)
  })
})

describe('a file as an answer', () => {
  it('must be there, fit its question and be nobody else’s', async () => {
    const image = await sent(await photo(30, 30).png().toBuffer())
    expect(errorsOf((await applyWith({ [picture()]: '0192f3a0-1111-7222-8333-444455556666' })).body)).toEqual([
      [`answers.${picture()}`, 'forms:fileGone'],
    ])
    expect(errorsOf((await applyWith({ [drawing()]: image })).body)).toEqual([[`answers.${drawing()}`, 'forms:fileKind.pdf']])
    const large = await sent(pdf('x'.repeat(1_100_000)))
    expect(errorsOf((await applyWith({ [drawing()]: large })).body)).toEqual([[`answers.${drawing()}`, 'forms:fileTooLarge']])
    expect((await applyWith({ [picture()]: image })).status).toBe(201)
    expect(errorsOf((await applyWith({ [picture()]: image })).body)).toEqual([[`answers.${picture()}`, 'forms:fileUsed']])
  })

  it('goes to one of those who claim it at once, and fails no neighbour', async () => {
    const image = await sent(await photo(30, 30).png().toBuffer())
    const claims = await Promise.all([
      ...Array.from({ length: 6 }, () => applyWith({ [picture()]: image })),
      ...Array.from({ length: 6 }, () => applyWith({})),
    ])
    expect(
      claims
        .slice(0, 6)
        .map(({ status }) => status)
        .sort(),
    ).toEqual([201, 422, 422, 422, 422, 422])
    expect(claims.slice(6).map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 201))
  })

  it('is seen by the team and by whoever sent it, and by nobody else', async () => {
    const file = await sent(pdf('<script>alert(1)</script>'), 'tekening “één”.pdf')
    const { id, token } = await applyWith({ [drawing()]: file })
    const team = `/api/organizations/${owner.slug}/events/${event.id}/applications/${id}`
    const shown = await owner.client.get(`${team}/files/${file}`)
    expect(shown.status).toBe(200)
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename="file.pdf"; filename\*=UTF-8''tekening/),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    expect(at((await owner.client.get(team)).body, 'answers.1.file')).toEqual({
      id: file,
      kind: 'pdf',
      size: expect.any(Number),
      name: 'tekening “één”.pdf',
    })
    expect((await own(token, file)).status).toBe(200)
    const stranger = await applyWith({})
    expect((await own(stranger.token, file)).status).toBe(404)
    expect((await app.client().get(`${team}/files/${file}`)).status).toBe(401)
    expect((await read(`/files/${file}/large`)).status).toBe(404)
    const otherOne = `/api/organizations/${owner.slug}/events/${event.id}/applications/${stranger.id}/files/${file}`
    expect((await owner.client.get(otherOne)).status).toBe(404)
  })

  it('can be exchanged until the close', async () => {
    const [first, second] = [await sent(await photo(30, 30).png().toBuffer()), await sent(await photo(40, 40).png().toBuffer())]
    const { token } = await applyWith({ [picture()]: first })
    const edit = await app
      .client()
      .patch('/api/me', { answers: { [picture()]: second } }, { headers: { ...bearer(token).headers, 'if-match': '"1"' } })
    expect(edit.status).toBe(200)
    const { body } = await app.client().get('/api/me/files', bearer(token))
    expect(listAt(body, 'items').map((item) => textAt(item, 'id'))).toEqual([second])
    expect((await own(token, first)).status).toBe(404)
  })

  it('stays with its application when the form no longer asks for it', async () => {
    const file = await sent(await photo(30, 30).png().toBuffer())
    const { id, token } = await applyWith({ [picture()]: file })
    const { path, change } = draftsOf(owner)
    const questions = listAt((await owner.client.get(`${path}/${event.id}`)).body, 'questions').slice(1)
    const effects = await owner.client.post(`${path}/${event.id}/question-effects`, { questions })
    await change(event.id, { questions, confirm: listAt(effects.body, 'effects').map((effect) => textAt(effect, 'key')) })
    await app.client().patch('/api/me', { answers: {} }, { headers: { ...bearer(token).headers, 'if-match': '"1"' } })
    expect((await own(token, file)).status).toBe(200)
    const detail = await owner.client.get(`${path}/${event.id}/applications/${id}`)
    expect(at(detail.body, 'answers.1')).toMatchObject({ asked: false, answer: file, file: { id: file, kind: 'image' } })
  })
})

it('what nobody has applied with is forgotten after a day, and what somebody has is not', async () => {
  const [kept, left] = [await sent(pdf()), await sent(pdf())]
  const { token } = await applyWith({ [drawing()]: kept })
  await app.moveTo(new Date((await app.now()).getTime() + day + 1000))
  await waitFor(async () => (await app.database.query('select from answer_files where id = $1', [left])).length === 0)
  expect((await own(token, kept)).status).toBe(200)
})
