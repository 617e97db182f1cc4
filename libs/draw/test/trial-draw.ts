import {
  appendEvent,
  beaconFromInfo,
  buildEntries,
  type BundleFiles,
  canonicalJson,
  createTrialChain,
  type EntryUnit,
  firstRoundAfterClose,
  type Manifest,
  openDraw,
  roundTime,
} from '../src/index.js'
import { CLOSES_AT, manifestOf } from './arbitrary-draw.js'

const utf8 = new TextEncoder()

export const fourPeople: readonly EntryUnit[] = ['1', '2', '3', '4'].map((digit) => ({
  members: [digit.repeat(64)],
  seats: 1,
  weight: 1,
  tags: [],
}))

/** The files of a bundle, in their canonical form. */
export function filesOf(manifest: object, entries: Uint8Array, log: readonly object[], excluded: Uint8Array | null = null): BundleFiles {
  return {
    manifest: utf8.encode(canonicalJson(manifest)),
    entries,
    excluded,
    log: utf8.encode(log.map((event) => `${canonicalJson(event)}\n`).join('')),
  }
}

/** Four people, or others, two seats, a real signature of a trial beacon, and one decline. */
export async function drawnByTrialBeacon(changes: Partial<Manifest> = {}, units = fourPeople) {
  const chain = await createTrialChain({ secret: new Uint8Array(32).fill(7), period: 3, genesis: CLOSES_AT - 86_400, beaconId: 'trial' })
  const round = firstRoundAfterClose({ period: 3, genesis: chain.info.genesis_time }, CLOSES_AT)
  const beacon = beaconFromInfo(chain.info, round)
  const manifest = manifestOf(units, { seed: { mode: 'beacon', beacon, contributors: [], fallbackAfter: null }, ...changes })
  const entries = buildEntries(units, manifest)
  const { signature } = chain.signRound(round)
  const at = roundTime(beacon, round)
  const draw = appendEvent(openDraw(manifest, entries), {
    type: 'draw',
    at,
    mode: 'beacon',
    signature,
    previousSignature: null,
    secrets: null,
  })
  const decline = appendEvent(draw.state, { type: 'decline', at: at + 60, unit: draw.promoted[0]?.[0] ?? '', reason: 'applicant' })
  return {
    chain,
    beacon,
    manifest,
    entries,
    draw,
    decline,
    log: [draw.event, decline.event],
    files: filesOf(manifest, entries.file, [draw.event, decline.event]),
  }
}
