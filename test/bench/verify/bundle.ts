import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import {
  appendEvent,
  beaconFromInfo,
  type BundleFiles,
  canonicalJson,
  createTrialChain,
  firstRoundAfterClose,
  type Manifest,
  openDraw,
  parseEntries,
  roundTime,
} from '#draw'
import type { Holdings } from '../../../apps/cli/terminal/interruptible.js'
import { complain } from '../../../apps/cli/terminal/say.js'
import { benchLimits, entriesFile } from '../draw/entries-file.js'

const SIZES = [10_000, 100_000, 1_000_000]
const closesAt = 1_800_000_000
const seats = 100
const utf8 = new TextEncoder()

/** A proof on disk: its files and their archive in one folder, and what was published about it. */
export interface BenchBundle {
  readonly size: number
  readonly folder: string
  readonly archive: string
  readonly commitment: string
  readonly head: string
}

/** Proofs of drawn events of every size, everybody with one chance. They are gone when the bench ends. */
export async function makeBundles(holdings: Holdings): Promise<readonly BenchBundle[]> {
  const folder = await holdings.hold(
    () => mkdtempSync(join(tmpdir(), 'tweetup-bench-')),
    (made) => rmSync(made, { recursive: true }),
  )
  const bundles: BenchBundle[] = []
  for (const size of SIZES) {
    complain(`A draw of ${size} is made.`)
    bundles.push(await makeBundle(join(folder, String(size)), size))
  }
  return bundles
}

async function makeBundle(folder: string, size: number): Promise<BenchBundle> {
  const { files, commitment, head } = await drawn(entriesFile(size, 'uniform'))
  mkdirSync(folder)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const archive = join(folder, 'draw.zip')
  writeFileSync(archive, zipSync(files, { level: 1 }))
  return { size, folder, archive, commitment, head }
}

async function drawn(file: Uint8Array) {
  const entries = parseEntries(file, benchLimits)
  const { count, members, seats: wanted, root } = entries
  const chain = await createTrialChain({ secret: new Uint8Array(32).fill(7), period: 3, genesis: closesAt - 86_400, beaconId: 'bench' })
  const round = firstRoundAfterClose({ period: 3, genesis: chain.info.genesis_time }, closesAt)
  const beacon = beaconFromInfo(chain.info, round)
  const manifest: Manifest = {
    v: 'tweetup-draw/1',
    event: 'bench',
    draw: 1,
    prev: null,
    closesAt,
    rulesSha256: sha256('rules'),
    seats,
    ...benchLimits,
    fill: 'first-fit',
    pools: [{ id: 'open', seats, tag: null }],
    spillTo: null,
    entries: { count, members, seats: wanted, root },
    excluded: { count: 0, root: sha256('') },
    seed: { mode: 'beacon', beacon, contributors: [], fallbackAfter: null },
  }
  const { signature } = chain.signRound(round)
  const request = { type: 'draw', at: roundTime(beacon, round), mode: 'beacon', signature, previousSignature: null, secrets: null } as const
  const { event, hash, state } = appendEvent(openDraw(manifest, entries), request)
  const files = {
    'manifest.json': utf8.encode(canonicalJson(manifest)),
    'entries.txt': file,
    'excluded.txt': new Uint8Array(0),
    'log.jsonl': utf8.encode(`${canonicalJson(event)}\n`),
  }
  return { files, commitment: state.commitment, head: hash }
}

/** The files as `verifyBundle` wants them. */
export function readBundle({ folder }: Pick<BenchBundle, 'folder'>): BundleFiles {
  const read = (name: string) => new Uint8Array(readFileSync(join(folder, name)))
  return { manifest: read('manifest.json'), entries: read('entries.txt'), excluded: read('excluded.txt'), log: read('log.jsonl') }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
