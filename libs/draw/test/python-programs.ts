import type { BundleFiles, RoundSignature, VerifyOptions } from '../src/index.js'
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

/** What the program that is handed to strangers said of a bundle. */
export interface VerifierAnswer {
  readonly status: number
  readonly output: string
}

/** Asks the reference about many bundles in one process. */
export function askReference(requests: readonly ReferenceRequest[]): ReferenceAnswer[] {
  return askInOneProcess('test/reference/recompute.py', requests.map(asMessage))
}

/** Runs the program for strangers on many bundles in one process. */
export function askVerifier(requests: readonly Pick<ReferenceRequest, 'files' | 'published'>[]): VerifierAnswer[] {
  const option = (name: string, value: string | undefined) => (value === undefined ? [] : [`--${name}`, value])
  return askInOneProcess(
    'test/reference/run_verifier.py',
    requests.map(({ files, published }) => ({
      files: asBase64(files),
      options: [...option('commitment', published?.commitment), ...option('head', published?.head)],
    })),
  )
}

function askInOneProcess<Answer>(program: string, messages: readonly object[]): Answer[] {
  const { status, output, errors } = runPython(program, [], messages.map((message) => `${JSON.stringify(message)}\n`).join(''))
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${errors}`)
  return output
    .trimEnd()
    .split('\n')
    .map((line): Answer => JSON.parse(line))
}

function asMessage({ files, published, genuine }: ReferenceRequest): object {
  return {
    files: asBase64(files),
    commitment: published?.commitment ?? null,
    head: published?.head ?? null,
    genuine: genuine?.map(({ signature, previousSignature }) => [signature, previousSignature]) ?? null,
  }
}

function asBase64({ manifest, entries, excluded, log }: BundleFiles): object {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  return { manifest: base64(manifest), entries: base64(entries), excluded: excluded && base64(excluded), log: base64(log) }
}
