import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
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
}

/** A tar archive in ustar form, written by hand so that it can also be wrong. */
function tar(entries: readonly TarEntry[]): Uint8Array {
  const blocks = entries.flatMap(({ name, content = new Uint8Array(0), type = '0', size = content.length }) => {
    const header = Buffer.alloc(512)
    header.write(name, 0)
    header.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
    header.write(' '.repeat(8), 148)
    header.write(type, 156)
    header.write('ustar\x0000', 257)
    header.write(
      `${header
        .reduce((sum, byte) => sum + byte, 0)
        .toString(8)
        .padStart(6, '0')}\0 `,
      148,
    )
    return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

function tarOf(files: Files, prefix = ''): Uint8Array {
  return tar(Object.entries(files).map(([name, content]) => ({ name: prefix + name, content })))
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
    ['a packed tar archive of a folder', () => write('plain.tar.gz', gzipSync(tarOf(parts, 'night-of-the-comet/')))],
    [
      'a .tgz with long names',
      () =>
        write(
          'plain.tgz',
          gzipSync(
            tar(
              Object.entries(parts).flatMap(([name, content]) => [
                { name: 'PaxHeader', type: 'x', content: Buffer.from(`99 path=${'long'.repeat(40)}/${name}\n`) },
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
  })
})

describe('npm run verify ends with 2 and one line', () => {
  const cases: [string, () => Promise<string[]>, RegExp][] = [
    ['without a bundle', async () => [], /no bundle named; usage: npm run verify/],
    ['with two bundles', async () => ['a', 'b'], /2 bundles named/],
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
    [
      'for a zip that climbs out',
      async () => [await write('climb.zip', zipSync({ '../../manifest.json': new Uint8Array(3) }))],
      /has no manifest\.json/,
    ],
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
      /not a plain file/,
    ],
    [
      'for a tar with a size that pax overrides',
      async () => [await write('pax.tar', tar([{ name: 'p', type: 'x', content: Buffer.from('12 size=99\n') }]))],
      /pax sizes/,
    ],
    ['for a gzip bomb', async () => [await write('bomb.tar.gz', gzipBomb())], /cannot be unpacked/],
    ['for a zip bomb', async () => [await write('bomb.zip', zipBomb())], /has more than/],
    ['for a packed file that is no archive', async () => [await write('lone.gz', gzipSync('hello'))], /holds no tar archive/],
  ]

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

  it('cannot hide changes in a canonical file behind another spelling', async () => {
    const spaced = Buffer.from(JSON.stringify(JSON.parse(canonicalJson(vector.bundle.manifest)), null, 1))
    expect((await verify(await writeFolder('spaced', { ...parts, 'manifest.json': spaced }))).status).toBe(1)
  })
})
