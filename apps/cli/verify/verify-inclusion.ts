import { stat } from 'node:fs/promises'
import {
  asInclusionProof,
  checkInclusion,
  DrawFormError,
  type InclusionProof,
  type InclusionStepId,
  parseManifest,
  type VerifyOptions,
} from '#draw'
import { readPlainFile } from './read-plain-file.js'
import { Unreadable } from './unreadable.js'

/** A proof has a manifest, one line and a few hashes. */
const mostBytes = 4 * 1024 * 1024

/** The proof of one ticket, when that is what the file holds; null for everything else. */
export async function readInclusion(path: string): Promise<InclusionProof | null> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile() || found.size > mostBytes) return null
  const file = await readPlainFile(path, { follow: true })
  const text = file === null ? '' : new TextDecoder().decode(file)
  if (!/^\s*\{\s*"inclusion"/.test(text)) return null
  try {
    return asInclusionProof(JSON.parse(text))
  } catch (cause) {
    if (cause instanceof DrawFormError || cause instanceof SyntaxError) throw new Unreadable(cause.message)
    throw cause
  }
}

const details: Readonly<Record<InclusionStepId, string>> = {
  ticket: 'holder and nonce give the ticket id',
  line: 'the ticket stands in the line, and the line gives the leaf',
  path: 'the path leads from the leaf to the root of the list',
  seal: 'the list is the one under the commitment',
}

/** One line for each step, in the words of `runVerify`. */
export function inclusionLines(
  proof: InclusionProof,
  { commitment }: VerifyOptions,
): { readonly ok: boolean; readonly lines: readonly string[] } {
  const expected = commitment === undefined || commitment === proof.commitment
  const steps = stepsOf(proof)
  const ok = expected && steps.every((step) => step.ok)
  return {
    ok,
    lines: [
      ...steps.map((step) => `${step.ok ? 'ok      ' : 'FAILED  '}${step.id.padEnd(7)} ${details[step.id]}`),
      ...(expected ? [] : [`FAILED  seal    the commitment is ${proof.commitment}, not the one that was given`]),
      ok
        ? `Ticket ${proof.ticketId} was in, in line ${proof.position + 1} of ${parseManifest(proof.manifest).entries.count}.`
        : 'The proof does not hold.',
      `commitment ${proof.commitment}`,
    ],
  }
}

function stepsOf(proof: InclusionProof) {
  try {
    return checkInclusion(proof)
  } catch (cause) {
    if (cause instanceof DrawFormError) throw new Unreadable(cause.message)
    throw cause
  }
}
