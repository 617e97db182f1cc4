import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { zipSync } from 'fflate'
import {
  appendEvent,
  beaconFromInfo,
  buildEntries,
  bundleFromJson,
  canonicalJson,
  createTrialChain,
  openDraw,
  parseManifest,
  roundTime,
  secretCommitment,
  toHex,
} from '#draw'
import { MAX_BUNDLE_BYTES } from './verify/limits.js'
import { runVerify } from './verify/run-verify.js'

jest.setTimeout(30_000)

type Files = Readonly<Record<string, Uint8Array>>

const vectorFile = join(import.meta.dirname, '../../test/vectors/draw/06-withdrawals.json')
let folder: string
let vector: { bundle: { manifest: object; entries: string[]; log: object[] }; expect: { commitment: string; seed: string; head: string } }
let parts: Files

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-'))
  const text = await readFile(vectorFile, 'utf8')
  vector = JSON.parse(text)
  const { manifest, entries, log } = bundleFromJson(text)
  parts = { 'manifest.json': manifest, 'entries.txt': entries, 'excluded.txt': new Uint8Array(0), 'log.jsonl': log }
})

afterAll(() => rm(folder, { recursive: true }))

async function verify(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const status = await runVerify(args, { out: (line) => out.push(line), err: (line) => err.push(line) })
  return { status, out, err, lastLines: out.slice(-3) }
}

async function write(name: string, content: Uint8Array | string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

async function writeFolder(name: string, files: Files): Promise<string> {
  const path = join(folder, name)
  await mkdir(path)
  for (const [file, content] of Object.entries(files)) await writeFile(join(path, file), content)
  return path
}

interface TarEntry {
  readonly name: string
  readonly content?: Uint8Array
  readonly type?: string
  readonly size?: number
  readonly prefix?: string
  readonly magic?: string
}

/** A tar archive in ustar form, written by hand so that it can also be wrong. */
function tar(entries: readonly TarEntry[]): Uint8Array {
  const blocks = entries.flatMap(
    ({ name, content = new Uint8Array(0), type = '0', size = content.length, prefix = '', magic = 'ustar\x0000' }) => {
      const header = Buffer.alloc(512)
      header.write(name, 0)
      header.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
      header.write(' '.repeat(8), 148)
      header.write(type, 156)
      header.write(magic, 257)
      header.write(prefix, 345)
      header.write(
        `${header
          .reduce((sum, byte) => sum + byte, 0)
          .toString(8)
          .padStart(6, '0')}\0 `,
        148,
      )
      return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)]
    },
  )
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

/** A header of pax, whose records begin with their own length. */
function pax(...records: string[]): Uint8Array {
  const lengths = (record: string) =>
    [2, 3, 4].map((digits) => digits + Buffer.byteLength(record) + 2).find((length, index) => String(length).length === index + 2)
  return Buffer.from(records.map((record) => `${lengths(record)} ${record}\n`).join(''))
}

interface ZipFile {
  readonly name: string
  readonly content: Uint8Array
  readonly packed?: Uint8Array
  readonly flags?: number
  readonly method?: number
  readonly size?: number
  readonly checksum?: number
  readonly sizesFollow?: boolean
  /** What its own header says otherwise than the directory. */
  readonly local?: { readonly name?: string; readonly size?: number }
}

/** A zip archive written by hand so that it can also be wrong; `between` lies before the directory. */
function zip(files: readonly ZipFile[], between = ''): Uint8Array {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  for (const file of files) {
    const {
      name,
      content,
      packed = deflateRawSync(content),
      method = 8,
      size = content.length,
      checksum = crc32(content),
      sizesFollow = false,
    } = file
    const flags = (file.flags ?? 0) | (sizesFollow ? 8 : 0)
    const sizes = [checksum, packed.length, size]
    const localName = file.local?.name ?? name
    const offset = Buffer.concat(bodies).length
    const form = [u16(flags), u16(method), u32(0)]
    const before = sizesFollow ? [u32(0), u32(0), u32(0)] : [checksum, packed.length, file.local?.size ?? size].map(u32)
    const after = sizesFollow ? [u32(0x08074b50), ...sizes.map(u32)] : []
    bodies.push(
      Buffer.from('PK\u0003\u0004'),
      u16(20),
      ...form,
      ...before,
      u16(Buffer.byteLength(localName)),
      u16(0),
      Buffer.from(localName),
    )
    bodies.push(Buffer.from(packed), ...after)
    directory.push(Buffer.from('PK\u0001\u0002'), u16(20), u16(20), ...form, ...sizes.map(u32), u16(Buffer.byteLength(name)))
    directory.push(Buffer.alloc(12), u32(offset), Buffer.from(name))
  }
  const [body, listed] = [Buffer.concat([...bodies, Buffer.from(between)]), Buffer.concat(directory)]
  const end = [Buffer.from('PK\u0005\u0006'), u32(0), u16(files.length), u16(files.length), u32(listed.length), u32(body.length), u16(0)]
  return Buffer.concat([body, listed, ...end])
}

function u16(value: number): Buffer {
  return Buffer.of(value & 0xff, value >>> 8)
}

function u32(value: number): Buffer {
  return Buffer.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24)
}

/** A bundle as a zip archive in which one file is another than it says. */
function zipWith(name: string, changes: Partial<ZipFile>): Uint8Array {
  return zip(Object.entries(parts).map(([other, content]) => ({ name: other, content, ...(other === name ? changes : {}) })))
}

/** A bundle, and after it another list under a name that some programs unpack over the first. */
function tarAnd(...entries: readonly TarEntry[]): Uint8Array {
  return tar([...Object.entries(parts).map(([name, content]) => ({ name: `x/${name}`, content })), ...entries])
}

function tarOf(files: Files, prefix = ''): Uint8Array {
  return tar(Object.entries(files).map(([name, content]) => ({ name: prefix + name, content })))
}

function entries(): Uint8Array {
  return parts['entries.txt'] ?? new Uint8Array(0)
}

function log(): Uint8Array {
  return parts['log.jsonl'] ?? new Uint8Array(0)
}

function without(name: string): Files {
  return Object.fromEntries(Object.entries(parts).filter(([other]) => other !== name))
}

/** More zeros than a bundle may have, a million at a time. */
function gzipBomb(): Uint8Array {
  const million = gzipSync(Buffer.alloc(1024 * 1024))
  return Buffer.concat(Array.from({ length: MAX_BUNDLE_BYTES / (1024 * 1024) + 1 }, () => million))
}

/** A zip archive whose directory promises two gigabytes. */
function zipBomb(): Uint8Array {
  const archive = Buffer.from(zipSync(parts))
  archive.writeUInt32LE(0x7fff_ffff, archive.indexOf(Buffer.from('PK\u0001\u0002')) + 24)
  return archive
}

describe('npm run verify', () => {
  const forms: [string, () => Promise<string>][] = [
    ['one JSON file', () => Promise.resolve(vectorFile)],
    ['a folder', () => writeFolder('plain', parts)],
    ['a folder without excluded.txt, when nobody was excluded', () => writeFolder('no-excluded', without('excluded.txt'))],
    ['a zip archive', () => write('plain.zip', zipSync(parts))],
    [
      'a zip archive of a folder',
      () => write('nested.zip', zipSync({ 'night-of-the-comet': parts, '__MACOSX/._manifest.json': new Uint8Array(9) })),
    ],
    ['a tar archive', () => write('plain.tar', tarOf(parts))],
    [
      'a tar archive of the current folder',
      () =>
        write(
          'dot.tar',
          tar([{ name: './', type: '5' }, ...Object.entries(parts).map(([name, content]) => ({ name: `./${name}`, content }))]),
        ),
    ],
    [
      'a tar archive with notes of git and of other systems',
      () =>
        write(
          'notes.tar',
          tar([
            { name: 'pax_global_header', type: 'g', content: pax('comment=52 path=/etc/passwd') },
            ...Object.entries(parts).flatMap(([name, content]) => [
              { name: 'PaxHeader', type: 'x', content: pax('mtime=1.5', 'comment=a\n12 path=a/b\n') },
              { name, content },
            ]),
          ]),
        ),
    ],
    [
      'a tar archive in the older form of GNU, with times where POSIX has a prefix',
      () =>
        write(
          'gnu.tar',
          tar(Object.entries(parts).map(([name, content]) => ({ name, content, magic: 'ustar  \0', prefix: '14723410127' }))),
        ),
    ],
    [
      'a tar archive with names in two fields',
      () => write('prefix.tar', tar(Object.entries(parts).map(([name, content]) => ({ name, content, prefix: 'x' })))),
    ],
    [
      'a zip archive that was written as a stream',
      () => write('stream.zip', zip(Object.entries(parts).map(([name, content]) => ({ name, content, sizesFollow: true })))),
    ],
    ['a zip archive that packs nothing', () => write('stored.zip', zipSync(parts, { level: 0 }))],
    [
      'an archive with files that are deeper down',
      () => write('deeper.zip', zipSync({ ...parts, 'a/b/entries.txt': new Uint8Array(3), 'rules.txt': new Uint8Array(3) })),
    ],
    ['a packed tar archive of a folder', () => write('plain.tar.gz', gzipSync(tarOf(parts, 'night-of-the-comet/')))],
    [
      'a .tgz with long names',
      () =>
        write(
          'plain.tgz',
          gzipSync(
            tar(
              Object.entries(parts).flatMap(([name, content]) => [
                { name: 'PaxHeader', type: 'x', content: pax(`path=${'long'.repeat(40)}/${name}`) },
                { name: 'cut', content },
              ]),
            ),
          ),
        ),
    ],
  ]

  it.each(forms)('reads %s, prints every step and, last, commitment, seed and head', async (_, make) => {
    const { status, out, lastLines, err } = await verify(
      await make(),
      '--commitment',
      vector.expect.commitment,
      '--head',
      vector.expect.head.toUpperCase(),
    )
    expect(lastLines).toEqual([`commitment ${vector.expect.commitment}`, `seed ${vector.expect.seed}`, `head ${vector.expect.head}`])
    expect(out.slice(0, -4).map((line) => line.split(/ +/).slice(0, 2).join(' '))).toEqual(
      ['form', 'list', 'seal', 'log', 'beacon', 'number', 'order', 'seats', 'head'].map((step) => `ok ${step}`),
    )
    expect(out.at(-4)).toBe('Everything holds.')
    expect({ status, err }).toEqual({ status: 0, err: [] })
  })

  it('reads an archive that the tar of the system made', async () => {
    const bundle = await writeFolder('for-tar', parts)
    const archive = join(folder, 'system.tar.gz')
    await promisify(execFile)('tar', ['czf', archive, '-C', bundle, '.'])
    expect(await verify(archive)).toMatchObject({ status: 0 })
  })

  it('ends with 1 when the published commitment or head is another', async () => {
    const other = 'f'.repeat(64)
    const sealed = await verify(vectorFile, '--commitment', other)
    expect(sealed.status).toBe(1)
    expect(sealed.out).toContainEqual(expect.stringMatching(/^FAILED {2}seal .*published is f{64}/))
    const cut = await verify(vectorFile, '--head', other)
    expect(cut.status).toBe(1)
    expect(cut.out).toContainEqual(expect.stringMatching(/^FAILED {2}head/))
    expect(cut.lastLines).toEqual([`commitment ${vector.expect.commitment}`, `seed ${vector.expect.seed}`, `head ${vector.expect.head}`])
  })

  it('ends with 1 when a byte was changed, and still prints the three lines', async () => {
    for (const name of ['manifest.json', 'entries.txt', 'log.jsonl'] as const) {
      const content = parts[name] ?? new Uint8Array(0)
      const changed = content.with(40, (content[40] ?? 0) ^ 1)
      const { status, lastLines } = await verify(await writeFolder(`changed-${name}`, { ...parts, [name]: changed }))
      expect(status).toBe(1)
      expect(lastLines.map((line) => line.split(' ')[0])).toEqual(['commitment', 'seed', 'head'])
    }
  })

  it('misses a tail that was cut off only as long as no head was published', async () => {
    const log = vector.bundle.log.slice(0, -1)
    const cut = await write('cut.json', JSON.stringify({ bundle: { ...vector.bundle, log } }))
    expect((await verify(cut)).status).toBe(0)
    expect((await verify(cut, '--head', vector.expect.head)).status).toBe(1)
  })

  it('says when it is not drawn yet, and holds so far', async () => {
    const { status, out, lastLines } = await verify(await write('undrawn.json', JSON.stringify({ bundle: { ...vector.bundle, log: [] } })))
    expect(status).toBe(0)
    expect(out).toContain('Everything holds so far; not drawn yet.')
    expect(lastLines).toEqual([`commitment ${vector.expect.commitment}`, 'seed -', `head ${vector.expect.commitment}`])
  })

  it('says in words that a trial beacon is not public', async () => {
    const { info, signRound } = await createTrialChain({ secret: new Uint8Array(32), period: 3, genesis: 1_700_000_000, beaconId: 'trial' })
    const manifest = parseManifest(parts['manifest.json'] ?? '')
    const beacon = beaconFromInfo(info, 40_000_000)
    const rules = { ...manifest, seed: { ...manifest.seed, beacon } }
    const entries = buildEntries([], rules)
    const empty = { ...rules, entries: { count: 0, members: 0, seats: 0, root: entries.root } }
    const { signature } = signRound(beacon.round)
    const { event } = appendEvent(openDraw(empty, entries), {
      type: 'draw',
      at: roundTime(beacon, beacon.round),
      mode: 'beacon',
      signature,
      previousSignature: null,
      secrets: null,
    })
    const path = await write('trial.json', JSON.stringify({ bundle: { manifest: empty, entries: [], log: [event] } }))
    const { status, out } = await verify(path)
    expect(status).toBe(0)
    expect(out).toContainEqual(expect.stringContaining('trial beacon, not public'))
    expect(out.at(-4)).toBe('Everything holds. The beacon is not a public one: whoever runs it could know the number beforehand.')
  })

  it('says in words what a number from a single contributor is worth', async () => {
    const secret = new Uint8Array(32).fill(7)
    const { event, closesAt, seed } = parseManifest(parts['manifest.json'] ?? '')
    const contributors = [{ id: 'organizer', commit: secretCommitment(event, secret) }]
    const rules = {
      ...parseManifest(parts['manifest.json'] ?? ''),
      seed: { ...seed, mode: 'commit-reveal', beacon: null, contributors },
    } as const
    const none = buildEntries([], rules)
    const manifest = { ...rules, entries: { count: 0, members: 0, seats: 0, root: none.root } }
    const revealed = { mode: 'commit-reveal', signature: null, previousSignature: null, secrets: [toHex(secret)] } as const
    const drawn = appendEvent(openDraw(manifest, none), { type: 'draw', at: closesAt, ...revealed })
    const { status, out } = await verify(
      await write('alone.json', JSON.stringify({ bundle: { manifest, entries: [], log: [drawn.event] } })),
    )
    expect(status).toBe(0)
    expect(out.at(-4)).toMatch(/^Everything holds\. The number comes from a single contributor: /)
  })
})

describe('npm run verify ends with 2 and one line', () => {
  const cases: [string, () => Promise<string[]>, RegExp][] = [
    ['without a bundle', async () => [], /no bundle named; usage: npm run verify/],
    ['with two bundles', async () => ['a', 'b'], /2 bundles named/],
    ['with an option twice', async () => [vectorFile, '--head', 'a'.repeat(64), '--head=b'], /--head is given twice/],
    [
      'for JSON with a byte order mark',
      async () => [await write('bom.json', `\uFEFF${JSON.stringify({ bundle: vector.bundle })}`)],
      /byte order mark/,
    ],
    ['with an unknown option', async () => [vectorFile, '--quick'], /--quick/],
    ['with a head that is no hash', async () => [vectorFile, '--head', 'abc'], /--head is "abc", it must be 64 hex digits/],
    ['for what is not there', async () => [join(folder, 'nowhere')], /nowhere does not exist/],
    ['for an empty folder', async () => [await writeFolder('empty', {})], /has no manifest\.json/],
    ['for a folder without log', async () => [await writeFolder('no-log', without('log.jsonl'))], /has no log\.jsonl/],
    ['for an empty file', async () => [await write('empty.json', '')], /is not JSON/],
    ['for a picture', async () => [await write('picture.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff))], /no JSON text/],
    ['for JSON that is no bundle', async () => [await write('other.json', '{"name":"tweetup"}')], /bundle must be an object/],
    ['for a damaged zip', async () => [await write('damaged.zip', zipSync(parts).slice(0, 200))], /zip archive is damaged/],
    [
      'for a zip of something else',
      async () => [await write('other.zip', zipSync({ 'a.txt': new Uint8Array(3) }))],
      /zip archive has no manifest\.json/,
    ],
    ['for a zip with two manifests', async () => [await write('two.zip', zipSync({ a: parts, b: parts }))], /in two folders/],
    ['for a zip that lies deep', async () => [await write('deep.zip', zipSync({ a: { b: parts } }))], /has no manifest\.json/],
    ['for a cut tar', async () => [await write('cut.tar', tarOf(parts).slice(0, 700))], /ends inside manifest\.json/],
    ['for a damaged tar', async () => [await write('damaged.tar', tarOf(parts).with(3, 0x41))], /damaged at byte 0/],
    [
      'for a tar with a part twice',
      async () => [await write('twice.tar', tar([{ name: 'log.jsonl' }, { name: 'log.jsonl' }]))],
      /holds log\.jsonl twice/,
    ],
    [
      'for a tar with a link as a part',
      async () => [await write('link.tar', tar([{ name: 'manifest.json', type: '2' }]))],
      /neither a plain file nor a folder/,
    ],
    [
      'for a tar with a part twice, once with times that look like a prefix',
      async () => [await write('times.tar', tarAnd({ name: 'x/entries.txt', magic: 'ustar  \0', prefix: 'y/z' }))],
      /holds entries\.txt twice/,
    ],
    [
      'for a tar with a link beside the parts',
      async () => [await write('side-link.tar', tarAnd({ name: 'x/y', type: '2' }, { name: 'x/y/entries.txt' }))],
      /x\/y in the tar archive is neither a plain file nor a folder/,
    ],
    [
      'for a tar with a size that pax overrides',
      async () => [await write('pax.tar', tar([{ name: 'p', type: 'x', content: pax('size=99') }]))],
      /pax record "size"/,
    ],
    [
      'for a tar with holes that pax tells of',
      async () => [await write('sparse.tar', tar([{ name: 'p', type: 'x', content: pax('GNU.sparse.name=entries.txt') }]))],
      /pax record "GNU\.sparse\.name"/,
    ],
    [
      'for a tar with two paths for one file',
      async () => [
        await write('paths.tar', tarAnd({ name: 'p', type: 'x', content: pax('path=a/b/c', 'path=x/entries.txt') }, { name: 'q' })),
      ],
      /two paths/,
    ],
    [
      'for a tar with two notes on one file',
      async () => [
        await write(
          'names.tar',
          tarAnd(
            { name: 'p', type: 'x', content: pax('path=a/b/c') },
            { name: 'l', type: 'L', content: Buffer.from('entries.txt\0') },
            { name: 'q' },
          ),
        ),
      ],
      /two long names/,
    ],
    [
      'for a tar with one path for all files',
      async () => [await write('global.tar', tarAnd({ name: 'p', type: 'g', content: pax('path=x/entries.txt') }, { name: 'q' }))],
      /one path in a global pax header/,
    ],
    [
      'for a tar with a pax record that ends elsewhere',
      async () => [
        await write('record.tar', tarAnd({ name: 'p', type: 'x', content: Buffer.from('99 path=entries.txt\n') }, { name: 'q' })),
      ],
      /not as long as it says/,
    ],
    [
      'for a tar that goes on after its end',
      async () => [await write('goes-on.tar', Buffer.concat([tarOf(parts), tarOf({ 'entries.txt': new Uint8Array(3) })]))],
      /goes on after its end/,
    ],
    ['for a gzip bomb', async () => [await write('bomb.tar.gz', gzipBomb())], /cannot be unpacked/],
    [
      'for a zip that hides a tail of a file',
      async () => [await write('tail.zip', zipWith('entries.txt', { packed: deflateRawSync(Buffer.concat([entries(), entries()])) }))],
      /entries\.txt in the zip archive cannot be unpacked into the \d+ bytes that it declares/,
    ],
    [
      'for a zip that promises more than it has',
      async () => [await write('more.zip', zipWith('entries.txt', { size: entries().length + 10 }))],
      /entries\.txt in the zip archive has \d+ bytes, the archive says/,
    ],
    [
      'for a zip with a wrong checksum',
      async () => [await write('checksum.zip', zipWith('log.jsonl', { checksum: 12345 }))],
      /log\.jsonl in the zip archive is damaged: its checksum is another/,
    ],
    [
      'for a zip with a file of two names',
      async () => [await write('names.zip', zipWith('log.jsonl', { local: { name: 'gol.jsonl' } }))],
      /log\.jsonl in the zip archive has the name gol\.jsonl in its own header, log\.jsonl in the directory/,
    ],
    [
      'for a zip with a file of two sizes',
      async () => [await write('sizes.zip', zipWith('log.jsonl', { local: { size: 7 } }))],
      /log\.jsonl in the zip archive has the size 7 in its own header/,
    ],
    ['for an encrypted zip', async () => [await write('encrypted.zip', zipWith('log.jsonl', { flags: 1 }))], /is encrypted or patched/],
    ['for a zip of another method', async () => [await write('bzip2.zip', zipWith('log.jsonl', { method: 12 }))], /packed by method 12/],
    [
      'for a zip with more in a file than the packed file',
      async () => [
        await write(
          'behind.zip',
          zipWith('log.jsonl', { sizesFollow: true, packed: Buffer.concat([deflateRawSync(log()), Buffer.from('PK\u0003\u0004')]) }),
        ),
      ],
      /log\.jsonl in the zip archive cannot be unpacked/,
    ],
    [
      'for a zip with something between its files',
      async () => [await write('between.zip', zip([{ name: 'log.jsonl', content: log() }], 'PK\u0003\u0004'))],
      /something between its files/,
    ],
    [
      'for a zip with something behind its end',
      async () => [await write('junk.zip', Buffer.concat([zipSync(parts), Buffer.from('junk')]))],
      /does not end where it says/,
    ],
    [
      'for a zip with a link',
      async () => [await write('link.zip', zipSync({ ...parts, x: [Buffer.from('.'), { os: 3, attrs: (0o120777 << 16) >>> 0 }] }))],
      /x in the zip archive is a link/,
    ],
    [
      'for a zip with a second name for a file',
      async () => [await write('second-name.zip', zipSync({ ...parts, x: [new Uint8Array(1), { extra: { 0x7075: new Uint8Array(9) } }] }))],
      /x in the zip archive has a second name/,
    ],
    ['for a zip bomb', async () => [await write('bomb.zip', zipBomb())], /has more than/],
    ['for a packed file that is no archive', async () => [await write('lone.gz', gzipSync('hello'))], /holds no tar archive/],
  ]

  it.each([
    '../manifest.json',
    '../../manifest.json',
    '/manifest.json',
    'x//entries.txt',
    'x/./entries.txt',
    'a/b/../entries.txt',
    'ENTRIES.TXT',
    'x/Entries.txt',
    'x\\entries.txt',
    'a\\b/entries.txt',
    'entries.txt\0.png',
    'x/entries.txt/',
    'entries.txt. ',
    'entr\u200bies.txt',
    'manife\ufb06.json',
    '\ufeffentries.txt',
  ])('for an archive that holds %j, zip or tar', async (name) => {
    const content = Buffer.from('other')
    const long = { name: 'l', type: 'x', content: pax(`path=${name}`) }
    for (const file of [
      await write('named.zip', zip([{ name, content }])),
      await write('named.tar', tarAnd(long, { name: 'q', content })),
    ]) {
      const { status, out, err } = await verify(file)
      expect({ status, out }).toEqual({ status: 2, out: [] })
      expect(err[0]).toContain('which some programs unpack as')
    }
  })

  it.each(cases)('%s', async (_, make, message) => {
    const { status, out, err } = await verify(...(await make()))
    expect({ status, out }).toEqual({ status: 2, out: [] })
    expect(err).toHaveLength(1)
    expect(err[0]).toMatch(message)
  })
})

describe('a hostile bundle', () => {
  it('cannot make the command read another file through a link', async () => {
    const secret = await write('secret.txt', 'hunter2')
    const bundle = await writeFolder('linked', without('manifest.json'))
    await symlink(secret, join(bundle, 'manifest.json'))
    const { status, out, err } = await verify(bundle)
    expect(status).toBe(2)
    expect(err[0]).toMatch(/is a symbolic link/)
    expect([...out, ...err].join()).not.toContain('hunter2')
  })

  it('cannot make the command wait for a pipe', async () => {
    const bundle = await writeFolder('piped', without('manifest.json'))
    await promisify(execFile)('mkfifo', [join(bundle, 'manifest.json')])
    const { status, err } = await verify(bundle)
    expect(status).toBe(2)
    expect(err[0]).toMatch(/is not a plain file/)
  })

  it('cannot steer the terminal or fake lines', async () => {
    const bundle = await writeFolder('escape', { ...parts, 'manifest.json': Buffer.from('\u001b[2J{\nEverything holds.\nhead x') })
    const { status, out } = await verify(bundle)
    expect(status).toBe(1)
    expect(out.join('')).not.toMatch(/[^\u0020-\u007e]/)
    expect(out).not.toContain('Everything holds.')
  })

  it('cannot flood the terminal', async () => {
    const bundle = await writeFolder('flood', { ...parts, 'entries.txt': Buffer.from(`${'\u0001'.repeat(100_000)} 1 1 -\n`) })
    const { status, out } = await verify(bundle)
    expect(status).toBe(1)
    expect(Math.max(...out.map((line) => line.length))).toBe(400)
    expect(out[1]).toMatch(/^FAILED {2}list .*…$/)
  })

  it('cannot hide changes in a canonical file behind another spelling', async () => {
    const spaced = Buffer.from(JSON.stringify(JSON.parse(canonicalJson(vector.bundle.manifest)), null, 1))
    expect((await verify(await writeFolder('spaced', { ...parts, 'manifest.json': spaced }))).status).toBe(1)
  })
})
