import {
  type BundleFiles,
  bundleFromJson,
  type DrawState,
  openDraw,
  parseEntries,
  parseLog,
  parseManifest,
  replayLog,
  verifyBundle,
  type VerifyOptions,
  type VerifyResult,
} from '#draw'
import type { TestApp } from '../support/app.js'
import { publicDraw } from './fans.js'
import type { PublishedEvent } from './published-event.js'
import type { SignedUp } from './sign-up.js'

/** What the verifier says of the bundle that the public downloads; throws, with what it found, when a step fails. */
export async function verifyDraw(
  app: Pick<TestApp, 'client'>,
  owner: SignedUp,
  event: PublishedEvent,
  options: VerifyOptions = {},
): Promise<VerifyResult> {
  const { text } = await publicDraw(app, owner, event, '/bundle.json')
  return verifyFiles(bundleFromJson(text), options)
}

export async function verifyFiles(files: BundleFiles, options: VerifyOptions = {}): Promise<VerifyResult> {
  const steps = verifyBundle(files, options)
  for (;;) {
    const step = await steps.next()
    if (step.done) return step.value
    if (step.value.status === 'failed') throw new Error(`${step.value.id}: ${step.value.detail}`)
  }
}

/** The state in which the downloaded log leaves the draw, by libs/draw alone. */
export async function replayDraw(app: Pick<TestApp, 'client'>, owner: SignedUp, event: PublishedEvent): Promise<DrawState> {
  const files = bundleFromJson((await publicDraw(app, owner, event, '/bundle.json')).text)
  const manifest = parseManifest(files.manifest)
  return replayLog(openDraw(manifest, parseEntries(files.entries, manifest)), parseLog(files.log))
}
