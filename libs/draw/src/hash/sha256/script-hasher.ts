import type { BlockHasher } from './block-hasher.js'
import { BLOCK_BYTES, INITIAL_STATE, ROUND_CONSTANTS } from './constants.js'
import { INITIAL_AT, MEMORY_BYTES } from './layout.js'
import { writeWords } from './words.js'

/** SHA-256 in plain script (FIPS 180-4 section 6.2.2): the one to read, and the one that runs where WebAssembly may not. */
export function scriptHasher(): BlockHasher {
  const memory = new Uint8Array(MEMORY_BYTES)
  const view = new DataView(memory.buffer)
  writeWords({ memory }, INITIAL_AT, INITIAL_STATE)
  const current = new Int32Array(8)

  function readState(from: number): void {
    for (let index = 0; index < 8; index += 1) current[index] = view.getInt32(from + 4 * index, true)
  }

  return {
    memory,
    absorb(state, from, blocks) {
      readState(state)
      for (let block = 0; block < blocks; block += 1) compress(current, view, from + block * BLOCK_BYTES)
      for (let index = 0; index < 8; index += 1) view.setInt32(state + 4 * index, current[index] ?? 0, true)
    },
    digestFours(state, from, blocks, fours, to) {
      for (let message = 0; message < 4 * fours; message += 1) {
        readState(state)
        for (let block = 0; block < blocks; block += 1) compress(current, view, from + (message * blocks + block) * BLOCK_BYTES)
        for (let index = 0; index < 8; index += 1) view.setInt32(to + 32 * message + 4 * index, current[index] ?? 0)
      }
    },
  }
}

const words = new Int32Array(64)
const constants = Int32Array.from(ROUND_CONSTANTS)

function compress(state: Int32Array, view: DataView, block: number): void {
  for (let round = 0; round < 16; round += 1) words[round] = view.getInt32(block + 4 * round)
  for (let round = 16; round < 64; round += 1) {
    const late = words[round - 2] ?? 0
    const early = words[round - 15] ?? 0
    const mixed = (rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)) + (rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3))
    words[round] = (mixed + (words[round - 7] ?? 0) + (words[round - 16] ?? 0)) | 0
  }
  // One by one: taking the array apart, or a list of the results, would cost more than all rounds together.
  let a = state[0] ?? 0
  let b = state[1] ?? 0
  let c = state[2] ?? 0
  let d = state[3] ?? 0
  let e = state[4] ?? 0
  let f = state[5] ?? 0
  let g = state[6] ?? 0
  let h = state[7] ?? 0
  for (let round = 0; round < 64; round += 1) {
    const input = ((words[round] ?? 0) + (constants[round] ?? 0)) | 0
    const first = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + (g ^ (e & (f ^ g))) + input) | 0
    const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) | (c & (a | b)))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  state[0] = (state[0] ?? 0) + a
  state[1] = (state[1] ?? 0) + b
  state[2] = (state[2] ?? 0) + c
  state[3] = (state[3] ?? 0) + d
  state[4] = (state[4] ?? 0) + e
  state[5] = (state[5] ?? 0) + f
  state[6] = (state[6] ?? 0) + g
  state[7] = (state[7] ?? 0) + h
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}
