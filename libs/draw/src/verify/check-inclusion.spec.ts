import { describe, expect, it } from '@jest/globals'
import { canonicalJson } from '../canonical/canonical-json.js'
import { buildEntries } from '../entries/build-entries.js'
import { fromHex, toHex } from '../hash/hex.js'
import { commitmentOf } from '../manifest/commitment-of.js'
import type { Manifest } from '../manifest/manifest.js'
import { inclusionPath } from '../merkle/inclusion-path.js'
import { findTicket } from '../entries/find-ticket.js'
import { ticketId } from '../tickets/ticket-id.js'
import { asInclusionProof, checkInclusion, type InclusionProof } from './check-inclusion.js'

const event = 'night-of-the-comet'
const nonceOf = (index: number) => Uint8Array.from({ length: 32 }, (_, byte) => (index * 7 + byte) % 256)
const holderOf = (index: number) => `email:fan${index}@example.org`

/** The proof of one of 37 fans. */
function proofOf(index: number): InclusionProof {
  const tickets = Array.from({ length: 37 }, (_, fan) => ticketId(event, nonceOf(fan), holderOf(fan)))
  const entries = buildEntries(
    tickets.map((ticket) => ({ members: [ticket], seats: 1, weight: 1, tags: [] })),
    { maxUnitSeats: 1, maxWeight: 1 },
  )
  const manifest: Manifest = {
    v: 'tweetup-draw/1',
    event,
    draw: 1,
    prev: null,
    closesAt: 1_700_000_000,
    rulesSha256: 'ab'.repeat(32),
    seats: 3,
    maxUnitSeats: 1,
    maxWeight: 1,
    fill: 'first-fit',
    pools: [{ id: 'open', seats: 3, tag: null }],
    spillTo: null,
    entries: { count: entries.count, members: entries.members, seats: entries.seats, root: entries.root },
    excluded: { count: 0, root: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
    seed: { mode: 'commit-reveal', beacon: null, contributors: [{ id: 'anna', commit: 'cd'.repeat(32) }], fallbackAfter: null },
  }
  const ticket = tickets[index] ?? ''
  const position = findTicket(entries, ticket)
  const line = new TextDecoder().decode(entries.file).split('\n')[position] ?? ''
  return {
    nonce: toHex(nonceOf(index)),
    holder: holderOf(index),
    ticketId: ticket,
    line,
    leaf: toHex(entries.leaves.subarray(32 * position, 32 * position + 32)),
    position,
    path: inclusionPath(entries.leaves, position).map(toHex),
    manifest: canonicalJson(manifest),
    commitment: commitmentOf(manifest),
  }
}

const failed = (proof: InclusionProof) =>
  checkInclusion(proof)
    .filter(({ ok }) => !ok)
    .map(({ id }) => id)

describe('an inclusion proof', () => {
  it('of everybody in a list holds, in a document and alone', () => {
    for (let fan = 0; fan < 37; fan += 1) {
      const proof = proofOf(fan)
      expect(failed(asInclusionProof(JSON.parse(JSON.stringify({ inclusion: proof }))))).toEqual([])
      expect(asInclusionProof(proof)).toEqual(proof)
    }
  })

  it('that is changed fails at the step that it concerns', () => {
    const [proof, other] = [proofOf(5), proofOf(6)]
    expect(failed({ ...proof, nonce: other.nonce })).toEqual(['ticket'])
    expect(failed({ ...proof, holder: 'email:somebody@else.example' })).toEqual(['ticket'])
    expect(failed({ ...proof, ticketId: other.ticketId })).toEqual(['ticket', 'line'])
    expect(failed({ ...proof, line: other.line })).toEqual(['line', 'path'])
    expect(failed({ ...proof, leaf: other.leaf })).toEqual(['line'])
    expect(failed({ ...proof, position: other.position })).toEqual(['path'])
    expect(failed({ ...proof, path: proof.path.slice(1) })).toEqual(['path'])
    expect(failed({ ...proof, path: [...proof.path].toReversed() })).toEqual(['path'])
    expect(failed({ ...proof, commitment: 'ab'.repeat(32) })).toEqual(['seal'])
    const { entries, ...rest } = JSON.parse(proof.manifest) as Manifest
    const forged: Manifest = { ...rest, entries: { ...entries, root: toHex(fromHex(proof.leaf)) } }
    expect(failed({ ...proof, manifest: canonicalJson(forged) })).toEqual(['path', 'seal'])
  })

  it.each<[string, unknown]>([
    ['nothing', null],
    ['an empty object', {}],
    ['a place before the first', { inclusion: { ...proofOf(0), position: -1 } }],
    ['a short hash', { ...proofOf(0), path: ['ab'] }],
    ['a path longer than any', { ...proofOf(0), path: Array.from({ length: 33 }, () => 'ab'.repeat(32)) }],
    ['a field too many', { ...proofOf(0), extra: 1 }],
  ])('is refused for %s', (_, value) => {
    expect(() => asInclusionProof(value)).toThrow('inclusion proof')
  })
})
