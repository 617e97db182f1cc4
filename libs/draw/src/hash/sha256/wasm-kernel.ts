import { BLOCK_BYTES, ROUND_CONSTANTS } from './constants.js'
import { CONSTANTS_AT, MEMORY_BYTES } from './layout.js'
import { type Code, get, i32, repeat, set, v128 } from './wasm-code.js'
import { wasmModule, type WasmFunction } from './wasm-module.js'
import { four, one, rounds } from './wasm-rounds.js'

const PAGE_BYTES = 65_536
const EIGHT = [0, 1, 2, 3, 4, 5, 6, 7]
const SIXTEEN = Array.from({ length: 16 }, (_, index) => index)
const LANES = [0, 1, 2, 3]

/** Both ways of taking blocks in, as the bytes of a module. */
export function kernelBytes(): Uint8Array<ArrayBuffer> {
  return wasmModule(Math.ceil(MEMORY_BYTES / PAGE_BYTES), [absorb(), digestFours()])
}

/** absorb(state, from, blocks): one message after the other into the eight words at `state`; plain numbers. */
function absorb(): WasmFunction {
  const [state, from, blocks, counter, kept, letters, words] = [0, 1, 2, 3, 4, 12, 20]
  const scratch = words + 16
  const block = [
    SIXTEEN.map((index) => [set(scratch, i32.load(get(from), 4 * index)), set(words + index, swapped(get(scratch)))]),
    EIGHT.map((index) => [set(kept + index, i32.load(get(state), 4 * index)), set(letters + index, get(kept + index))]),
    rounds(one, { state: letters, words, scratch }, (round) => i32.constant(ROUND_CONSTANTS[round] ?? 0)),
    EIGHT.map((index) => i32.store(get(state), 4 * index, i32.add(get(kept + index), get(letters + index)))),
    set(from, i32.add(get(from), i32.constant(BLOCK_BYTES))),
  ]
  return { name: 'absorb', parameters: 3, numbers: scratch + 1 - 3, vectors: 0, body: repeat(get(blocks), counter, block) }
}

/** The bytes of a number in reverse: SHA-256 is big-endian, WebAssembly is not. */
function swapped(value: Code): Code {
  const odd = i32.and(i32.rotateLeft(value, 8), i32.constant(0x00ff00ff))
  const even = i32.and(i32.rotateRight(value, 8), i32.constant(0xff00ff00))
  return i32.or(odd, even)
}

/**
 * digestFours(state, from, blocks, fours, to): four messages at a time, one in each quarter of every vector. They lie one after the other from
 * `from` on, each of so many blocks, and all start from the eight words at `state`. Their digests are written from `to` on.
 */
function digestFours(): WasmFunction {
  const [state, from, blocks, fours, to, blockCounter, fourCounter, stride, address] = [0, 1, 2, 3, 4, 5, 6, 7, 8]
  const [kept, letters, words, scratch] = [9, 17, 25, 41]
  const locals = { state: letters, words, scratch }
  const block = [
    loadWords(address, stride, words),
    EIGHT.map((index) => set(letters + index, get(kept + index))),
    rounds(four, locals, (round) => v128.loadSplat(i32.constant(CONSTANTS_AT), 4 * round)),
    EIGHT.map((index) => set(kept + index, v128.add(get(kept + index), get(letters + index)))),
    set(address, i32.add(get(address), i32.constant(BLOCK_BYTES))),
  ]
  const message = [
    EIGHT.map((index) => set(kept + index, v128.loadSplat(get(state), 4 * index))),
    set(address, get(from)),
    repeat(get(blocks), blockCounter, block),
    set(from, i32.add(get(from), i32.shiftLeft(get(stride), 2))),
    storeDigests(to, kept, words),
    set(to, i32.add(get(to), i32.constant(4 * 32))),
  ]
  const body = [set(stride, i32.shiftLeft(get(blocks), 6)), repeat(get(fours), fourCounter, message)]
  return { name: 'digestFours', parameters: 5, numbers: 4, vectors: scratch + 1 - kept, body }
}

/** Four words of four messages become four vectors of one word each; four times. */
function loadWords(address: number, stride: number, words: number): Code {
  const lane = (index: number): Code => i32.add(get(address), i32.multiply(get(stride), i32.constant(index)))
  return [0, 4, 8, 12].map((first) => [
    LANES.map((index) => set(words + first + index, bigEndian(v128.load(lane(index), 4 * first)))),
    transpose(words + first),
  ])
}

function storeDigests(to: number, kept: number, words: number): Code {
  return [0, 4].map((first) => [
    LANES.map((index) => set(words + index, bigEndian(get(kept + first + index)))),
    transpose(words),
    LANES.map((index) => v128.store(get(to), 32 * index + 4 * first, get(words + index))),
  ])
}

function bigEndian(value: Code): Code {
  return v128.shuffle(
    value,
    value,
    SIXTEEN.map((index) => index ^ 3),
  )
}

/** Rows become columns in the four locals from `first` on. */
function transpose(first: number): Code {
  const pick = (a: number, b: number, picks: readonly number[]) =>
    v128.shuffle(
      get(first + a),
      get(first + b),
      picks.flatMap((word) => [4 * word, 4 * word + 1, 4 * word + 2, 4 * word + 3]),
    )
  const [low, high] = [
    [0, 4, 1, 5],
    [2, 6, 3, 7],
  ]
  const [left, right] = [
    [0, 1, 4, 5],
    [2, 3, 6, 7],
  ]
  return [
    setFour(first, [pick(0, 1, low), pick(0, 1, high), pick(2, 3, low), pick(2, 3, high)]),
    setFour(first, [pick(0, 2, left), pick(0, 2, right), pick(1, 3, left), pick(1, 3, right)]),
  ]
}

/** Works all four out before it keeps them, as they depend on what the locals hold now. */
function setFour(first: number, values: readonly Code[]): Code {
  return [...values, LANES.toReversed().map((index) => set(first + index, []))]
}
