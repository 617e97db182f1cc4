import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { buildEntries, canonicalJson, commitmentOf, inclusionPath, type InclusionProof, type Manifest, ticketId, toHex } from '#draw'
import { runVerify } from './run-verify.js'

const nonce = Uint8Array.from({ length: 32 }, (_, index) => index)
const holder = 'email:fan@example.org'

function proofOfOne(): InclusionProof {
  const ticket = ticketId('comet', nonce, holder)
  const entries = buildEntries(
    [ticket, 'ab'.repeat(32), '01'.repeat(32)].map((member) => ({ members: [member], seats: 1, weight: 1, tags: [] })),
    { maxUnitSeats: 1, maxWeight: 1 },
  )
  const lines = new TextDecoder().decode(entries.file).split('\n')
  const position = lines.findIndex((line) => line.startsWith(ticket))
  const manifest: Manifest = {
    v: 'tweetup-draw/1',
    event: 'comet',
    draw: 1,
    prev: null,
    closesAt: 1_700_000_000,
    rulesSha256: 'ab'.repeat(32),
    seats: 1,
    maxUnitSeats: 1,
    maxWeight: 1,
    fill: 'first-fit',
    pools: [{ id: 'open', seats: 1, tag: null }],
    spillTo: null,
    entries: { count: entries.count, members: entries.members, seats: entries.seats, root: entries.root },
    excluded: { count: 0, root: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
    seed: { mode: 'commit-reveal', beacon: null, contributors: [{ id: 'anna', commit: 'cd'.repeat(32) }], fallbackAfter: null },
  }
  return {
    nonce: toHex(nonce),
    holder,
    ticketId: ticket,
    line: lines[position] ?? '',
    leaf: toHex(entries.leaves.subarray(32 * position, 32 * position + 32)),
    position,
    path: inclusionPath(entries.leaves, position).map(toHex),
    manifest: canonicalJson(manifest),
    commitment: commitmentOf(manifest),
  }
}

describe('verify, given the proof of one ticket', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tweetup-inclusion-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const verify = async (document: unknown, ...options: string[]) => {
    const path = join(folder, 'proof.json')
    writeFileSync(path, typeof document === 'string' ? document : JSON.stringify(document, null, 2))
    const lines: string[] = []
    const status = await runVerify([path, ...options], { out: (line) => lines.push(line), err: (line) => lines.push(line) })
    return { status, text: lines.join('\n') }
  }
  const proof = proofOfOne()

  it('says that the ticket was in, and in which line', async () => {
    const { status, text } = await verify({ inclusion: proof }, '--commitment', proof.commitment)
    expect(status).toBe(0)
    expect(text).toContain(`Ticket ${proof.ticketId} was in, in line ${proof.position + 1} of 3.`)
  })

  it('says which step fails', async () => {
    const { status, text } = await verify({ inclusion: { ...proof, path: proof.path.map(() => 'ab'.repeat(32)) } })
    expect(status).toBe(1)
    expect(text).toMatch(/FAILED {2}path/)
    expect(text).toContain('The proof does not hold.')
  })

  it('holds it against the commitment that was given', async () => {
    const { status, text } = await verify({ inclusion: proof }, '--commitment', 'ab'.repeat(32))
    expect([status, text]).toEqual([1, expect.stringContaining('not the one that was given')])
  })

  it.each([
    ['a form that is none', { inclusion: { ...proof, line: '' } }],
    ['a manifest that is none', { inclusion: { ...proof, manifest: '{}' } }],
    ['JSON that breaks off', '{"inclusion": {'],
  ])('refuses %s', async (_, document) => {
    expect((await verify(document)).status).toBe(2)
  })
})
