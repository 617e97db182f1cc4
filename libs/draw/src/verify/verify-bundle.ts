import type { EntryList } from '../entries/entry-list.js'
import { DrawRuleError } from '../errors.js'
import type { Progress } from '../in-chunks.js'
import type { DrawOrder, DrawState } from '../log/draw-state.js'
import { openDraw } from '../log/open-draw.js'
import { seatCounts } from '../log/read-seating.js'
import { replayLog } from '../log/replay-log.js'
import { commitmentOf } from '../manifest/commitment-of.js'
import type { Manifest } from '../manifest/manifest.js'
import { parseManifest } from '../manifest/parse-manifest.js'
import { rankUnits } from '../order/rank-units.js'
import { checkList } from './check-list.js'
import { type CheckedLog, checkLog, type DrawEvent } from './check-log.js'
import { checkBeacon, checkNumber } from './check-number.js'
import { guaranteeOf } from './guarantee-of.js'
import { counted } from './counted.js'
import { type Found, takeStep } from './take-step.js'
import type { BundleFiles, VerifyOptions, VerifyResult, VerifyStep, VerifyStepId } from './verify-step.js'

const NOT_DRAWN = { detail: 'not drawn yet', status: 'not-yet' } as const

/**
 * Checks a proof bundle from its bytes alone, step by step, so that a page can show how far it is (protocol section 11).
 * Every step is told once, in order. A published commitment or head that differs fails its step and lets the others go on.
 * @returns after the last step whether everything holds, with the recomputed values
 */
export async function* verifyBundle(files: BundleFiles, options: VerifyOptions = {}): AsyncGenerator<VerifyStep, VerifyResult> {
  const steps: VerifyStep[] = []
  const tell = (step: VerifyStep): VerifyStep => {
    steps.push(step)
    return step
  }
  const during =
    (step: VerifyStepId): Progress =>
    (done, total) =>
      options.progress?.(step, done, total)

  const form = await takeStep('form', files, readManifest)
  yield tell(form.step)
  const manifest = form.value
  const commitment = manifest === null ? null : commitmentOf(manifest)

  const list = await takeStep('list', manifest, (known) => checkList(known, files, during('list')))
  yield tell(list.step)
  const entries = list.value

  yield tell((await takeStep('seal', commitment, (computed) => compareSeal(computed, options.commitment))).step)

  const log = await takeStep('log', both(manifest, commitment), ([known, seal]) => checkLog(known, seal, files.log))
  yield tell(log.step)

  const beacon = await takeStep('beacon', manifest, checkBeacon)
  yield tell(beacon.step)

  const checked = log.value
  const number = await takeStep('number', beacon.value && both(both(manifest, commitment), checked), ([[known, seal], { draw }]) =>
    draw === null ? { value: null, ...NOT_DRAWN } : checkNumber(known, seal, draw),
  )
  yield tell(number.step)
  const numberHolds = number.step.status === 'ok' || number.step.status === 'not-yet'

  const order = await takeStep('order', numberHolds ? both(entries, checked) : null, ([listed, { draw }]) =>
    compareOrder(listed, draw, during('order')),
  )
  yield tell(order.step)
  const orderHolds = order.step.status === 'ok' || order.step.status === 'not-yet'

  const seats = await takeStep('seats', orderHolds ? both(both(manifest, entries), checked) : null, ([[known, listed], told]) =>
    replaySeats(known, listed, told, order.value),
  )
  yield tell(seats.step)

  yield tell((await takeStep('head', checked, ({ head }) => compareHead(head, options.head))).step)

  return {
    ok: steps.every(({ status }) => status === 'ok' || status === 'not-yet'),
    drawn: (checked?.draw ?? null) !== null,
    guarantee: manifest === null || checked === null || beacon.value === null ? null : guaranteeOf(manifest, checked.draw),
    commitment,
    seed: number.value,
    head: checked?.head ?? null,
  }
}

function both<A, B>(first: A | null, second: B | null): readonly [A, B] | null {
  return first === null || second === null ? null : [first, second]
}

function readManifest(files: BundleFiles): Found<Manifest> {
  const manifest = parseManifest(files.manifest)
  const { event, draw, seats, prev } = manifest
  const earlier = prev === null ? '' : `; an earlier draw of this event has the commitment ${prev}`
  return {
    value: manifest,
    detail: `draw ${draw} of event ${event}, ${counted(seats, 'seat')}${earlier}`,
    facts: { event, draw, seats, ...(prev === null ? {} : { prev }) },
  }
}

function compareSeal(commitment: string, published: string | undefined): Found<string> {
  if (published === undefined) {
    return {
      value: commitment,
      detail: `commitment ${commitment}; compare it with the one published at the close`,
      facts: { commitment, compared: false },
    }
  }
  if (published !== commitment) throw new DrawRuleError('commitment', `published is ${published}, the manifest gives ${commitment}`)
  return { value: commitment, detail: `commitment ${commitment} is the published one`, facts: { commitment, compared: true } }
}

function compareOrder(entries: EntryList, draw: DrawEvent | null, progress: Progress): Found<DrawOrder | null> {
  if (draw === null) return { value: null, ...NOT_DRAWN }
  const order = rankUnits(entries, draw.seed, progress)
  if (order.hash !== draw.order) throw new DrawRuleError('order', `is ${draw.order}, ranking all units gives ${order.hash}`)
  return {
    value: order,
    detail: `${counted(entries.count, 'unit')} ranked, order hash ${order.hash}`,
    facts: { count: entries.count, order: order.hash },
  }
}

function replaySeats(manifest: Manifest, entries: EntryList, { events }: CheckedLog, order: DrawOrder | null): Found<DrawState> {
  const state = replayLog(openDraw(manifest, entries), events, (list, seed) => order ?? rankUnits(list, seed))
  const { placed, waiting, out, heldSeats } = seatCounts(state)
  return {
    value: state,
    detail: `every promotion follows from the rules: ${counted(placed, 'unit')} placed on ${counted(heldSeats, 'seat')}, ${waiting} waiting, ${out} out`,
    facts: { placed, waiting, out, heldSeats },
  }
}

function compareHead(head: string, published: string | undefined): Found<string> {
  if (published === undefined)
    return { value: head, detail: `head ${head}; compare it with the last published one`, facts: { head, compared: false } }
  if (published !== head) throw new DrawRuleError('head', `published is ${published}, the log ends with ${head}`)
  return { value: head, detail: `head ${head} is the published one`, facts: { head, compared: true } }
}
