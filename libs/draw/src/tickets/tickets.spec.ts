import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { fromHex, toHex } from '../hash/hex.js'
import { type HashTag, paddedTag } from '../hash/tagged-hash.js'
import { secretCommitment } from '../seed/secret-commitment.js'
import { holderOfEmail } from './holder-of-email.js'
import { receiptPublicKey, signReceipt } from './sign-receipt.js'
import { ticketId } from './ticket-id.js'
import { verifyReceipt } from './verify-receipt.js'

const vectors: {
  tags: { tag: string; padded: string }[]
  tickets: { event: string; nonce: string; holder: string; ticketId: string }[]
  secretCommits: { event: string; secret: string; commit: string }[]
} = JSON.parse(readFileSync(new URL('../../../../test/vectors/draw/ticket.json', import.meta.url), 'utf8'))

const TAGS: readonly HashTag[] = ['TICKET', 'COMMIT', 'SCOMMIT', 'SECRET', 'SEED', 'SCORE', 'ORDER', 'EVENT']

describe('tickets', () => {
  it('pads the tags as the vectors do', () => {
    expect(TAGS.map((tag) => ({ tag: `TWEETUP-V1-${tag}`, padded: toHex(paddedTag(tag)) }))).toEqual(vectors.tags)
  })

  it.each(vectors.tickets)('gives the ticket id of $holder', ({ event, nonce, holder, ticketId: expected }) => {
    expect(ticketId(event, fromHex(nonce), holder)).toBe(expected)
  })

  it.each(vectors.secretCommits)('gives the commitment to a secret of $event', ({ event, secret, commit }) => {
    expect(secretCommitment(event, fromHex(secret))).toBe(commit)
  })

  it('refuses a nonce or a secret of another length', () => {
    expect(() => ticketId('e', new Uint8Array(31), 'email:a@example.org')).toThrow('nonce has 31 bytes, it needs 32')
    expect(() => secretCommitment('e', new Uint8Array(33))).toThrow('has 33 bytes, it needs 32')
  })

  it('writes one holder for the ways in which a person types an address', () => {
    expect(holderOfEmail('  Fan@Example.ORG ')).toBe('email:fan@example.org')
  })
})

describe('receipts', () => {
  const secretKey = fromHex('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60')
  const receipt = { event: 'night-of-the-comet', ticketId: 'd'.repeat(64), time: 1_800_000_000 }

  it('derives the public key of RFC 8032, section 7.1, test 1', async () => {
    expect(await receiptPublicKey(secretKey)).toBe('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a')
  })

  it('verifies a receipt that the organiser signed, and nothing else', async () => {
    const signature = await signReceipt(receipt, secretKey)
    const publicKey = await receiptPublicKey(secretKey)
    expect(await verifyReceipt(receipt, signature, publicKey)).toBe(true)
    expect(await verifyReceipt({ ...receipt, time: receipt.time + 1 }, signature, publicKey)).toBe(false)
    expect(await verifyReceipt({ ...receipt, ticketId: 'e'.repeat(64) }, signature, publicKey)).toBe(false)
    expect(await verifyReceipt(receipt, signature, await receiptPublicKey(new Uint8Array(32)))).toBe(false)
    expect(await verifyReceipt(receipt, signature.toUpperCase(), publicKey)).toBe(false)
    expect(await verifyReceipt(receipt, 'f'.repeat(128), publicKey)).toBe(false)
    expect(await verifyReceipt(receipt, signature, 'f'.repeat(64))).toBe(false)
  })
})
