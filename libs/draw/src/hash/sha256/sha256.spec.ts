import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import type { BlockHasher } from './block-hasher.js'
import { BLOCK_BYTES, INITIAL_STATE } from './constants.js'
import { INITIAL_AT, messagesAt, MOST_BLOCKS, MOST_MESSAGES, PREPARED_AT } from './layout.js'
import { blocksOf, MessageBatch } from './message-batch.js'
import { scriptHasher } from './script-hasher.js'
import { wasmHasher } from './wasm-hasher.js'
import { readDigest, writeWords } from './words.js'

const MOST_BYTES = MOST_BLOCKS * BLOCK_BYTES - 9

function sha256(message: Uint8Array): Buffer {
  return createHash('sha256').update(message).digest()
}

function messageOf(length: number): Uint8Array {
  return new Uint8Array(randomBytes(length))
}

/** Hashes messages of any lengths with one batch for each number of blocks, as the leaves of a list are. */
function digestsOf(hasher: BlockHasher, messages: readonly Uint8Array[]): Uint8Array {
  const column = new Uint8Array(32 * messages.length)
  const batches = Array.from({ length: MOST_BLOCKS + 1 }, (_, blocks) => new MessageBatch(hasher, blocks, INITIAL_AT))
  messages.forEach((message, row) => {
    const batch = batches[blocksOf(message.length)]!
    hasher.memory.set(message, batch.open())
    if (batch.close(row, message.length)) batch.digestInto(column)
  })
  for (const batch of batches) batch.digestInto(column)
  return column
}

describe.each([
  ['WebAssembly', wasmHasher()!],
  ['plain script', scriptHasher()],
])('SHA-256 of %s', (_, hasher) => {
  it('is the one of OpenSSL for every length up to nine blocks', () => {
    const messages = Array.from({ length: MOST_BYTES + 1 }, (_unused, length) => messageOf(length))
    expect(Buffer.from(digestsOf(hasher, messages))).toEqual(Buffer.concat(messages.map(sha256)))
  })

  it('is the one of OpenSSL when lengths come in any order and batches are used again', () => {
    const messages = Array.from({ length: 3000 }, () => messageOf(randomBytes(2).readUInt16BE() % (MOST_BYTES + 1)))
    expect(Buffer.from(digestsOf(hasher, messages))).toEqual(Buffer.concat(messages.map(sha256)))
  })

  it.each([1, 2, 3, 4, 5, 63, MOST_MESSAGES, MOST_MESSAGES + 1])('hashes %i messages as it hashes each', (count) => {
    const messages = Array.from({ length: count }, () => messageOf(70))
    expect(Buffer.from(digestsOf(hasher, messages))).toEqual(Buffer.concat(messages.map(sha256)))
  })

  it('goes on from a state that has taken blocks in', () => {
    const [start, end] = [messageOf(2 * BLOCK_BYTES), messageOf(36)]
    writeWords(hasher, PREPARED_AT, INITIAL_STATE)
    hasher.memory.set(start, messagesAt(1))
    hasher.absorb(PREPARED_AT, messagesAt(1), 2)
    const batch = new MessageBatch(hasher, 1, PREPARED_AT, start.length)
    hasher.memory.set(end, batch.open())
    batch.close(0, end.length)
    const column = new Uint8Array(32)
    batch.digestInto(column)
    expect(Buffer.from(column)).toEqual(sha256(Buffer.concat([start, end])))
  })

  it('takes in blocks one after the other', () => {
    const message = messageOf(20 * BLOCK_BYTES + 5)
    const padded = new Uint8Array(21 * BLOCK_BYTES)
    padded.set(message)
    padded[message.length] = 0x80
    new DataView(padded.buffer).setUint32(padded.length - 4, 8 * message.length)
    writeWords(hasher, PREPARED_AT, INITIAL_STATE)
    for (const [from, to] of [
      [0, 1],
      [1, 8],
      [8, 21],
    ] as const) {
      hasher.memory.set(padded.subarray(from * BLOCK_BYTES, to * BLOCK_BYTES), messagesAt(1))
      hasher.absorb(PREPARED_AT, messagesAt(1), to - from)
    }
    expect(Buffer.from(readDigest(hasher, PREPARED_AT))).toEqual(sha256(message))
  })
})
