import { type BundleFiles, type RoundSignature, type VerifyOptions } from '../src/index.js'
import { runPython } from '../../../test/support/python.js'

/** What the independent program is asked about one bundle. */
export interface ReferenceRequest {
  readonly files: BundleFiles
  readonly published?: VerifyOptions
  /** The signatures that are the beacon's own, as it cannot do the pairing; left out, every one counts. */
  readonly genuine?: readonly RoundSignature[]
}

/** Everything that it recomputed, or the reason why it refuses the bundle. */
export type ReferenceAnswer = { readonly refused: string } | Recomputed

export interface Recomputed {
  readonly refused: null
  readonly manifestCanonical: string
  readonly commitment: string
  readonly root: string
  readonly seed: string | null
  readonly order: readonly (readonly [unitId: string, key: string])[]
  readonly states: readonly {
    readonly seq: number
    readonly hash: string
    readonly promoted: readonly (readonly [unitId: string, pool: string])[]
    readonly placed: number
    readonly heldSeats: number
    readonly waiting: number
    readonly free: readonly (readonly [pool: string, seats: number])[]
    readonly placements: readonly (readonly [unitId: string, pool: string, held: number])[]
    readonly waitlist: readonly string[]
  }[]
  readonly head: string
}

/** Asks about many bundles in one process. */
export function askReference(requests: readonly ReferenceRequest[]): ReferenceAnswer[] {
  const input = requests.map((request) => `${JSON.stringify(asMessage(request))}\n`).join('')
  const { status, output, errors } = runPython('test/reference/recompute.py', [], input)
  if (status !== 0) throw new Error(`The reference ended with ${status}: ${errors}`)
  return output
    .trimEnd()
    .split('\n')
    .map((line): ReferenceAnswer => JSON.parse(line))
}

function asMessage({ files, published, genuine }: ReferenceRequest): object {
  const { manifest, entries, excluded, log } = files
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  return {
    files: { manifest: base64(manifest), entries: base64(entries), excluded: excluded && base64(excluded), log: base64(log) },
    commitment: published?.commitment ?? null,
    head: published?.head ?? null,
    genuine: genuine?.map(({ signature, previousSignature }) => [signature, previousSignature]) ?? null,
  }
}
