import { DrawFormError } from '../errors.js'
import { fromHex, toHex } from '../hash/hex.js'
import { commitmentOf } from '../manifest/commitment-of.js'
import { accepted, hex, integer, isPlainObject, list, record, text } from '../manifest/form.js'
import type { Manifest } from '../manifest/manifest.js'
import { parseManifest } from '../manifest/parse-manifest.js'
import { leafHash } from '../merkle/tree-hash.js'
import { verifyInclusion } from '../merkle/verify-inclusion.js'
import { ticketId } from '../tickets/ticket-id.js'

/** What an applicant needs to see for herself that her ticket is in the sealed list. Hashes are hex. */
export interface InclusionProof {
  /** From her receipt: they make the ticket id that nobody else can claim. */
  readonly nonce: string
  readonly holder: string
  readonly ticketId: string
  /** Her line of entries.txt, without LF. */
  readonly line: string
  readonly leaf: string
  /** Place of the line, from 0. */
  readonly position: number
  readonly path: readonly string[]
  /** Canonical text; names the root and the number of lines. */
  readonly manifest: string
  /** As it was mailed to her at the close. */
  readonly commitment: string
}

/** `ticket`: it is hers; `line`: it stands in the line; `path`: the line stands in the list; `seal`: the list is the sealed one. */
export type InclusionStepId = 'ticket' | 'line' | 'path' | 'seal'

export interface InclusionStep {
  readonly id: InclusionStepId
  readonly ok: boolean
}

const MAX_TEXT = 1024 * 1024
const shortText = accepted((value) => typeof value === 'string' && value.length > 0 && value.length <= 512, 'a text of 1 to 512 characters')
const proofForm = record({
  nonce: hex(32),
  holder: shortText,
  ticketId: hex(32),
  line: text(MAX_TEXT),
  leaf: hex(32),
  position: integer(0, 0xffff_ffff),
  path: list(hex(32), 0, 32),
  manifest: text(MAX_TEXT),
  commitment: hex(32),
})

/**
 * The proof in a document that came from outside: `{"inclusion": {…}}`, or the proof itself.
 * @throws DrawFormError naming what is wrong with it.
 */
export function asInclusionProof(value: unknown): InclusionProof {
  const proof = isPlainObject(value) && isPlainObject(value['inclusion']) ? value['inclusion'] : value
  if (!isProof(proof)) throw new DrawFormError('inclusion proof', proofForm(proof, ''))
  return proof
}

function isProof(value: unknown): value is InclusionProof {
  return proofForm(value, '').length === 0
}

/**
 * Whether a ticket stands in the list under a seal, step by step (protocol sections 2 and 11). It needs neither the list nor a server.
 * That the commitment is the one she was sent is for her to compare.
 * @throws DrawFormError when the manifest in it is none.
 */
export function checkInclusion(proof: InclusionProof): readonly InclusionStep[] {
  const manifest = parseManifest(proof.manifest)
  const leaf = leafHash(new TextEncoder().encode(proof.line))
  return [
    { id: 'ticket', ok: ticketId(manifest.event, fromHex(proof.nonce), proof.holder) === proof.ticketId },
    { id: 'line', ok: membersOf(proof.line).includes(proof.ticketId) && toHex(leaf) === proof.leaf },
    { id: 'path', ok: stands(leaf, proof, manifest) },
    { id: 'seal', ok: commitmentOf(manifest) === proof.commitment },
  ]
}

function stands(leaf: Uint8Array, { position, path }: InclusionProof, { entries }: Manifest): boolean {
  return verifyInclusion(leaf, position, entries.count, path.map(fromHex), fromHex(entries.root))
}

function membersOf(line: string): readonly string[] {
  return line.split(' ', 1)[0]?.split(',') ?? []
}
