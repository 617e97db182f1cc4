import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { type PythonRun, runPython, runPythonMeanwhile } from '../../../test/support/python.js'
import { type BundleFiles, bundleFromJson, canonicalJson, parseLog, placements, rankedUnits } from '../src/index.js'
import { arbitraryStory, bundleOf, CLOSES_AT, manifestOf, play, type Story } from './arbitrary-draw.js'
import { checkBundle } from './check-bundle.js'
import { arbitraryDamage, damage } from './damage.js'
import { arbitraryForgery, forge } from './forgery.js'
import { askVerifier } from './python-programs.js'
import { drawnByTrialBeacon, filesOf, fourPeople } from './trial-draw.js'

/** Many runs of real hashing in two languages, on whatever machine this is. */
jest.setTimeout(120_000)

const PROGRAM = 'apps/web/public/verify_draw.py'
const VECTORS = ['01-uniform', '02-weighted', '03-reserves-first', '05-groups', '06-withdrawals', '07-fallback']
const vectorFile = (name: string) => `test/vectors/draw/${name}.json`
const vectorText = (name: string) => readFileSync(vectorFile(name), 'utf8')

const verify = (...options: string[]): PythonRun => runPython(PROGRAM, options)
/** The name of the check that failed; the last line of its report begins with it. */
const failedStep = (output: string) => /^(\w+) +FAILED/m.exec(output)?.[1]

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetup-verifier-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the program that is handed to strangers', () => {
  const source = readFileSync(PROGRAM, 'utf8')

  it('is short enough to be read, and needs nothing but Python', () => {
    expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(200)
    const imported = [...source.matchAll(/^\s*(?:from|import) (.*)$/gm)].map(([, names]) => names)
    expect(imported).toEqual(['argparse, hashlib, json, pathlib, re, string, sys, types, urllib.request, zipfile'])
  })

  it.each(VECTORS)('accepts the published case %s', (name) => {
    const { expect: values } = JSON.parse(vectorText(name))
    const { status, output, errors } = verify(vectorFile(name), '--commitment', values.commitment, '--head', values.head)
    expect(errors).toBe('')
    expect(output).toContain(`${values.commitment}, as published`)
    expect(output).toContain(`${values.head}, as published`)
    expect(output).toContain(values.seed)
    expect(output).toContain('All of this holds')
    expect(status).toBe(0)
  })

  it('seats whom the engine seats in a hundred random draws', () => {
    const told = fc.sample(arbitraryStory(), { numRuns: 120, seed: 21 }).map((story) => ({ story, played: play(story) }))
    const requests = told.map(({ story, played }) => ({
      files: bundleOf(story, played),
      published: { commitment: played.end.commitment, head: played.end.head },
    }))
    for (const [index, { status, output }] of askVerifier(requests).entries()) {
      const end = told[index]?.played.end
      if (end === undefined) throw new Error('There are more answers than draws.')
      expect({ output, status }).toMatchObject({ status: 0 })
      const ranks = new Map([...rankedUnits(end)].map((unit) => [unit.unitId, unit]))
      const seated = placements(end).map(({ unitId, pool, held }) => {
        const unit = ranks.get(unitId)
        return `${String(unit?.rank).padStart(8)}  ${unit?.members.join(' ')}  ${held} of ${pool}`
      })
      const after = output.slice(output.indexOf('All of this holds')).trimEnd().split('\n').slice(1)
      expect(after).toEqual(seated)
    }
  })

  it('reads the archive, the folder and the document alike', () => {
    const { manifest, entries, log } = bundleFromJson(vectorText('06-withdrawals'))
    const parts = { 'manifest.json': manifest, 'entries.txt': entries, 'excluded.txt': new Uint8Array(0), 'log.jsonl': log }
    mkdirSync(join(folder, 'parts'))
    for (const [name, content] of Object.entries(parts)) writeFileSync(join(folder, 'parts', name), content)
    writeFileSync(join(folder, 'draw.zip'), zipSync({ ...parts, 'rules.txt': strToU8('Be kind.') }))
    const outputs = [join(folder, 'parts'), join(folder, 'draw.zip'), vectorFile('06-withdrawals')].map((path) => verify(path))
    expect(outputs.map(({ status }) => status)).toEqual([0, 0, 0])
    expect(new Set(outputs.map(({ output }) => output.slice(output.indexOf('manifest  ')))).size).toBe(1)
  })

  it('tells where a ticket stands', () => {
    const [first = '', , third = ''] = JSON.parse(vectorText('01-uniform')).expect.order.map(([unitId]: [string]) => unitId)
    const lineOf = (unitId: string) =>
      JSON.parse(vectorText('01-uniform')).tickets.find((unit: { unitId: string }) => unit.unitId === unitId).tickets[0].ticketId
    const best = verify(vectorFile('01-uniform'), '--ticket', lineOf(first))
    expect(best.output).toContain(`${lineOf(first)}: place 1 of 8, placed`)
    const short = lineOf(third).slice(0, 8).toUpperCase()
    const other = verify(vectorFile('01-uniform'), '--ticket', `${short.slice(0, 4)}-${short.slice(4)}`)
    expect(other.output).toContain(`${lineOf(third)}: place 3 of 8`)
    const nobody = verify(vectorFile('01-uniform'), '--ticket', 'ffff-0000')
    expect(nobody.output).toContain('ffff0000 is no ticket of this draw')
    expect([best.status, other.status, nobody.status]).toEqual([0, 0, 1])
  })

  it('says what it has not checked, and where to look', () => {
    const { output } = verify(vectorFile('01-uniform'))
    expect(output).toMatch(/^beacon +NOT CHECKED: https:\/\/api\.drand\.sh\/52db.*\/public\/\d+ must show the signature [0-9a-f]{96}/m)
    expect(verify(vectorFile('07-fallback')).output).toMatch(/^beacon +none: whoever knew all secrets/m)
  })

  it('warns of a chain that is not public', async () => {
    const { files } = await drawnByTrialBeacon()
    expect(askVerifier([{ files }])[0]?.output).toMatch(/^beacon +NOT CHECKED: this chain is not public/m)
  })
})

describe('asked to fetch the round', () => {
  const event = JSON.parse(vectorText('06-withdrawals')).bundle.log.find(({ type }: { type: string }) => type === 'draw')
  const answers = { honest: event.signature, lying: 'ab'.repeat(48) }
  let relays: Server
  let address: string

  beforeAll(async () => {
    relays = createServer(({ url = '' }, response) => {
      const [, name = ''] = url.split('/')
      if (!/\/52db[0-9a-f]{60}\/public\/32398885$/.test(url) || !(name in answers)) response.writeHead(404).end('no such round')
      else response.end(JSON.stringify({ round: 32398885, signature: answers[name as keyof typeof answers] }))
    })
    await new Promise<void>((resolve) => relays.listen(0, '127.0.0.1', resolve))
    const bound = relays.address()
    address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`
  })
  afterAll(() => new Promise((resolve) => relays.close(resolve)))

  const ask = (...names: string[]) =>
    runPythonMeanwhile(PROGRAM, [vectorFile('06-withdrawals'), '--fetch', ...names.map((name) => `${address}/${name}`)])

  it('counts the relays that publish the same signature', async () => {
    const { status, output } = await ask('honest', 'silent', 'honest')
    expect(output).toContain('/silent gave no answer: HTTP Error 404')
    expect(output).toContain('ok, 2 of 3 relays published the same signature')
    expect(status).toBe(0)
  })

  it('fails when a relay publishes another one', async () => {
    const { status, output } = await ask('honest', 'lying')
    expect(failedStep(output)).toBe('beacon')
    expect(output).toContain('/lying published another signature')
    expect(status).toBe(1)
  })

  it('fails when no relay answers, and says where to look', async () => {
    const { status, output } = await ask('silent')
    expect(output).toContain('FAILED: no relay answered; look yourself at https://api.drand.sh/52db')
    expect(status).toBe(1)
  })
})

describe('a damaged bundle', () => {
  /** Secrets instead of a beacon, as it cannot see that a signature is made up. */
  const told = fc
    .sample(
      arbitraryStory().filter(({ draw, units }: Story) => draw.mode === 'commit-reveal' && units.length > 0),
      { numRuns: 60, seed: 22 },
    )
    .map((story) => ({ story, played: play(story) }))

  function spoilt<How>(ways: fc.Arbitrary<How>, spoil: (files: BundleFiles, how: How) => BundleFiles) {
    return fc.sample(ways, { numRuns: 300, seed: 23 }).flatMap((how, index) => {
      const draw = told[index % told.length]
      return draw === undefined ? [] : [{ how, files: spoil(bundleOf(draw.story, draw.played), how), end: draw.played.end }]
    })
  }

  it('is refused when commitment and head are known', () => {
    const requests = spoilt(arbitraryDamage, damage).map(({ files, end }) => ({
      files,
      published: { commitment: end.commitment, head: end.head },
    }))
    expect(askVerifier(requests).filter(({ status }) => status !== 1)).toEqual([])
  })

  it.each([
    ['damaged', spoilt(arbitraryDamage, damage)],
    ['forged with every hash made to fit', spoilt(arbitraryForgery, forge)],
  ] as const)('that was %s is judged as the engine judges it', async (_, bundles) => {
    const answers = askVerifier(bundles)
    const different: unknown[] = []
    for (const [index, { how, files }] of bundles.entries()) {
      const { status, output } = answers[index] ?? { status: 0, output: '' }
      const { ok } = (await checkBundle(files)).result
      if (ok !== (status === 0) || output.includes('Traceback')) different.push({ how, ok, output })
    }
    expect(different).toEqual([])
  })
})

describe('what is wrong fails at its step', () => {
  const secret = 'cd'.repeat(32)
  const story: Story = {
    manifest: manifestOf(fourPeople),
    units: fourPeople,
    excluded: [],
    before: [],
    draw: { type: 'draw', at: CLOSES_AT + 700, mode: 'beacon', signature: 'ab'.repeat(48), previousSignature: null, secrets: null },
    after: [{ type: 'decline', pick: 0, seats: 1 }],
  }
  const { start, log } = play(story)
  const { manifest } = story
  const [draw, decline] = log
  const list = (text: string) => new TextEncoder().encode(text)
  const honest = filesOf(manifest, start.entries.file, log)
  const [firstLine = ''] = Buffer.from(start.entries.file).toString().split('\n')

  it.each<[what: string, step: string | undefined, files: BundleFiles, published?: { commitment?: string; head?: string }]>([
    ['nothing', undefined, honest],
    ['a space in the manifest', 'manifest', { ...honest, manifest: list(` ${canonicalJson(manifest)}`) }],
    ['a field too many', 'manifest', filesOf({ ...manifest, more: 1 }, start.entries.file, log)],
    ['pools that do not add up', 'manifest', filesOf({ ...manifest, seats: 3 }, start.entries.file, log)],
    ['a round too early', 'manifest', filesOf({ ...manifest, closesAt: CLOSES_AT + 60 }, start.entries.file, log)],
    ['a ticket changed', 'list', { ...honest, entries: list(Buffer.from(start.entries.file).toString().replace('1111', '1112')) }],
    ['a line left out', 'list', { ...honest, entries: start.entries.file.subarray(firstLine.length + 1) }],
    ['an excluded ticket too many', 'list', { ...honest, excluded: list(`${'9'.repeat(64)} duplicate\n`) }],
    ['another commitment published', 'commitment', honest, { commitment: 'f'.repeat(64) }],
    ['other rules', 'log', filesOf({ ...manifest, rulesSha256: 'b'.repeat(64) }, start.entries.file, log)],
    ['a line of the log left out', 'log', filesOf(manifest, start.entries.file, [decline ?? {}])],
    ['a draw before its round', 'number', filesOf(manifest, start.entries.file, [{ ...draw, at: CLOSES_AT }])],
    ['another signature', 'number', filesOf(manifest, start.entries.file, [{ ...draw, signature: 'ac'.repeat(48) }])],
    ['another seed', 'number', filesOf(manifest, start.entries.file, [{ ...draw, seed: secret }])],
    ['another order', 'order', filesOf(manifest, start.entries.file, [{ ...draw, order: secret }])],
    [
      'a unit that gives back its last seat and stays',
      'seats',
      filesOf(manifest, start.entries.file, [draw ?? {}, { ...decline, type: 'reduce', seats: 1 }]),
    ],
    ['a friend seated', 'seats', filesOf(manifest, start.entries.file, [{ ...draw, promoted: [[secret, 'open']] }])],
    ['a cut-off tail', 'head', filesOf(manifest, start.entries.file, log.slice(0, 1)), { head: 'f'.repeat(64) }],
  ])('%s: %s', (_, step, files, published = {}) => {
    const [{ status, output } = { status: 0, output: '' }] = askVerifier([{ files, published }])
    expect({ output, step: failedStep(output) }).toMatchObject({ step })
    expect(status).toBe(step === undefined ? 0 : 1)
    if (step !== undefined) expect(output).toContain('This does NOT hold')
  })
})

/** An archive whose directory names another size than its one file has. */
function zipOfSize(size: number): Uint8Array {
  const zip = Buffer.from(zipSync({ 'manifest.json': strToU8('{}') }))
  zip.writeUInt32LE(size, zip.indexOf('PK\u0001\u0002') + 24)
  return zip
}

describe('hostile input', () => {
  const bundle = JSON.parse(vectorText('06-withdrawals')).bundle
  const many = (count: number, text: string) => Array.from({ length: count }, () => text).join('')

  it.each<[what: string, content: string | Uint8Array]>([
    ['nothing', ''],
    ['no JSON', '{'],
    ['a number', '7'],
    ['no bundle', '{"bundle":null}'],
    ['lists that are none', '{"bundle":{"manifest":[],"entries":7,"log":{}}}'],
    ['lists without end', many(200_000, '[')],
    ['a manifest nested without end', `{"bundle":{"manifest":${many(50_000, '[')}${many(50_000, ']')},"entries":[],"log":[]}}`],
    ['a number of a million digits', `{"bundle":{"manifest":${many(1_000_000, '9')},"entries":[],"log":[]}}`],
    ['no number', '{"bundle":{"manifest":NaN,"entries":[],"log":[]}}'],
    ['half a character', '{"bundle":{"manifest":{},"entries":["\\ud800"],"log":[]}}'],
    ['escapes of a terminal', JSON.stringify({ bundle: { ...bundle, manifest: { ...bundle.manifest, event: '\u001b[2Jall is well' } } })],
    ['bytes that are no text', Uint8Array.from([0xff, 0xfe, 0x00])],
    ['the beginning of an archive', 'PK\u0003\u0004'],
    ['an archive without its files', zipSync({ 'readme.txt': strToU8('hello') })],
    ['an archive that says it unpacks to gigabytes', zipOfSize(0xf000_0000)],
    [
      'a line of the log that promotes 200,000 strangers',
      JSON.stringify({
        bundle: { ...bundle, log: [{ ...bundle.log[0], promoted: Array.from({ length: 200_000 }, () => ['f'.repeat(64), 'open']) }] },
      }),
    ],
    ['a true where a number belongs', JSON.stringify({ bundle: { ...bundle, manifest: { ...bundle.manifest, draw: true } } })],
    ['a pool without a name', JSON.stringify({ bundle: { ...bundle, log: [{ ...bundle.log[0], type: 'capacity' }] } })],
  ])('%s is a failed step with a sentence', (_, content) => {
    const path = join(folder, 'hostile')
    writeFileSync(path, content)
    const { status, output, errors } = verify(path)
    expect(errors).toBe('')
    expect(output).toMatch(/^\w+ +FAILED: ./m)
    expect(output).not.toContain('\u001b')
    expect(output.length).toBeLessThan(2000)
    expect(status).toBe(1)
  })

  it('a path that is not there or holds nothing is a failed step with a sentence', () => {
    mkdirSync(join(folder, 'empty'))
    for (const path of [join(folder, 'nowhere'), join(folder, 'empty'), '/dev/null']) {
      const { status, output, errors } = verify(path)
      expect(errors).toBe('')
      expect(output).toMatch(/^files +FAILED: ./m)
      expect(status).toBe(1)
    }
  })

  it('an unknown event in a log of the engine is refused', () => {
    const files = bundleFromJson(vectorText('01-uniform'))
    const [event] = parseLog(files.log)
    const [answer] = askVerifier([{ files: { ...files, log: strToU8(canonicalJson({ ...event, type: 'redraw' })) } }])
    expect(failedStep(answer?.output ?? '')).toBe('log')
  })
})
