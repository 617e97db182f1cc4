import { type BundleFiles, verifyBundle, type VerifyOptions, type VerifyResult, type VerifyStep } from '../src/index.js'

/** A bundle after the check: what came out, every step, and the names of those that failed. */
export interface Checked {
  readonly result: VerifyResult
  readonly steps: readonly VerifyStep[]
  readonly failed: readonly string[]
}

export async function checkBundle(files: BundleFiles, options?: VerifyOptions): Promise<Checked> {
  const steps: VerifyStep[] = []
  const checks = verifyBundle(files, options)
  for (;;) {
    const next = await checks.next()
    if (next.done === true)
      return { result: next.value, steps, failed: steps.filter(({ status }) => status === 'failed').map(({ id }) => id) }
    steps.push(next.value)
  }
}
