import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Controller, Post, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import sharp from 'sharp'
import { newId, Transactions } from '../../apps/api/src/database/index.js'
import { type FileKind, FileStore, fileUrls, readUpload } from '../../apps/api/src/files/index.js'
import { Public } from '../../apps/api/src/http/index.js'
import { at, HttpClient, textAt } from '../support/http-client.js'
import { type Probe, startProbe } from '../support/probe-app.js'

const organizationId = newId()

@Controller('/api/uploads')
class UploadsController {
  constructor(
    private readonly files: FileStore,
    private readonly transactions: Transactions,
  ) {}

  @Public()
  @Post()
  async upload(@Req() request: FastifyRequest) {
    const { bytes, fields } = await readUpload(request)
    const kind = (fields.kind ?? 'cover') as FileKind
    const picture = await this.files.prepare(bytes, kind)
    return this.transactions.run((manager) => this.files.put(manager, { organizationId, kind, picture }))
  }
}

let probe: Probe
let client: HttpClient

beforeAll(async () => {
  probe = await startProbe({ controllers: [UploadsController], env: { ROLE: 'api' } })
  client = new HttpClient(probe.url)
  await probe.database.query(
    `insert into organizations (id, slug, name, address, accent, accent_tokens, locale, created_at) values ($1, 'probe', 'Probe', 'Here', '#0A6450', '{}', 'en', now())`,
    [organizationId],
  )
})
afterAll(() => probe?.close())

const upload = (bytes: Buffer, { kind = 'cover', field = 'file', name = 'picture.jpg' } = {}) => {
  const form = new FormData()
  form.set('kind', kind)
  form.set(field, new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), name)
  return client.post('/api/uploads', form)
}
const photo = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#0A6450' } })
const picture = async (path: string) => {
  const response = await fetch(new URL(path, probe.url))
  return { response, meta: await sharp(Buffer.from(await response.arrayBuffer())).metadata() }
}

describe('a picture', () => {
  it('is kept as WebP in the sizes of its kind, never enlarged', async () => {
    const { body } = await upload(await photo(2400, 1200).jpeg().toBuffer())
    expect(body).toMatchObject({ width: 2400, height: 1200, kind: 'cover' })
    const urls = fileUrls(textAt(body, 'id'))
    const sizes = await Promise.all([urls.large, urls.medium, urls.small].map(async (url) => (await picture(url)).meta))
    expect(sizes.map(({ format, width, height }) => [format, width, height])).toEqual([
      ['webp', 2000, 1000],
      ['webp', 1000, 500],
      ['webp', 500, 250],
    ])
    const small = await upload(await photo(300, 200).png().toBuffer())
    expect((await picture(fileUrls(textAt(small.body, 'id')).large)).meta.width).toBe(300)
  })

  it('of a face is cropped to a square', async () => {
    const { body } = await upload(await photo(900, 1400).webp().toBuffer(), { kind: 'photo' })
    const { meta } = await picture(fileUrls(textAt(body, 'id')).medium)
    expect([meta.width, meta.height]).toEqual([512, 512])
  })

  it('tells nothing of where and when it was taken, and stands upright', async () => {
    const taken = await photo(400, 200)
      .withExif({ IFD0: { Copyright: 'secret place' }, IFD3: { GPSLatitude: '52/1 9/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const { body } = await upload(taken)
    expect(body).toMatchObject({ width: 200, height: 400 })
    const { meta } = await picture(fileUrls(textAt(body, 'id')).large)
    expect([meta.exif, meta.width, meta.height]).toEqual([undefined, 200, 400])
  })

  it('is served so that caches keep it and browsers do not guess', async () => {
    const { body } = await upload(await photo(50, 50).png().toBuffer())
    const { response } = await picture(fileUrls(textAt(body, 'id')).small)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
  })

  it('that is not there is not found', async () => {
    for (const path of [`/files/${newId()}/large`, `/files/${newId()}/huge`, '/files/nothing/large', '/files/..%2F..%2Fsecret-key/large'])
      expect((await client.get(path)).status).toBe(404)
  })
})

describe('an upload', () => {
  const refusal = async (bytes: Buffer) => {
    const { status, body } = await upload(bytes)
    return [status, at(body, 'errors.0.path'), at(body, 'errors.0.code')]
  }

  it('of a drawing that could hold scripts is refused, whatever it is called', async () => {
    expect(
      await refusal(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>')),
    ).toEqual([422, 'file', 'files:format'])
  })

  it.each(['gif', 'tiff', 'avif'] as const)('as %s is refused', async (format) => {
    expect(await refusal(await photo(20, 20).toFormat(format).toBuffer())).toEqual([422, 'file', 'files:format'])
  })

  it('of text, of nothing and of half a picture is refused', async () => {
    const whole = await photo(800, 800).jpeg().toBuffer()
    expect(await refusal(Buffer.from('hello'))).toEqual([422, 'file', 'files:format'])
    expect((await refusal(Buffer.alloc(0)))[0]).toBe(422)
    expect(await refusal(whole.subarray(0, whole.length / 2))).toEqual([422, 'file', 'files:damaged'])
  })

  it('of a picture that unpacks to more than 50 million pixels is refused', async () => {
    const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' }, limitInputPixels: false })
      .png({ compressionLevel: 9 })
      .toBuffer()
    expect(await refusal(bomb)).toEqual([422, 'file', 'files:tooManyPixels'])
  })

  it('of more than 10 MB is refused', async () => {
    expect(await refusal(Buffer.alloc(11 * 1024 * 1024, 1))).toEqual([422, 'file', 'files:tooLarge'])
    expect((await upload(Buffer.alloc(13 * 1024 * 1024, 1))).status).toBe(422)
  })

  it('without a file, or with another field, is refused', async () => {
    expect((await client.post('/api/uploads', { file: 'x' })).status).toBe(400)
    expect(at((await client.post('/api/uploads', new FormData())).body, 'status')).toBe(400)
    expect((await upload(await photo(9, 9).png().toBuffer(), { field: 'other' })).status).toBe(400)
  })

  it('keeps nothing when its transaction fails', async () => {
    const [before] = await probe.database.query<{ count: string }>('select count(*) from files')
    await expect(
      probe.app.get(Transactions).run(async (manager) => {
        const store = probe.app.get(FileStore)
        const picture = await store.prepare(await photo(9, 9).png().toBuffer(), 'logo')
        await store.put(manager, { organizationId, kind: 'logo', picture })
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    expect(await probe.database.query('select count(*) from files')).toEqual([before])
  })
})
