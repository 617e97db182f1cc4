/** Instructions of WebAssembly as bytes, in as many pieces as they were put together from; an expression leaves one value on the stack. */
export type Code = readonly (number | Code)[]

/** Appends the bytes of all pieces to `bytes`. */
export function flatten(code: Code, bytes: number[] = []): number[] {
  for (const piece of code) {
    if (typeof piece === 'number') bytes.push(piece)
    else flatten(piece, bytes)
  }
  return bytes
}

const SIMD = 0xfd

/** Unsigned LEB128: how WebAssembly writes numbers, seven bits at a time. */
export function unsigned(value: number): Code {
  const bytes: number[] = []
  let rest = value
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80)
  return [...bytes, rest]
}

/** Signed LEB128, as constants are written. */
function signed(value: number): Code {
  const bytes: number[] = []
  let rest = value | 0
  while (rest < -0x40 || rest > 0x3f) {
    bytes.push((rest & 0x7f) | 0x80)
    rest >>= 7
  }
  return [...bytes, rest & 0x7f]
}

export const get = (local: number): Code => [0x20, unsigned(local)]
export const set = (local: number, value: Code): Code => [value, 0x21, unsigned(local)]

const binary =
  (...opcode: Code) =>
  (a: Code, b: Code): Code => [a, b, ...opcode]

/** Plain 32-bit numbers. Addresses need no alignment: WebAssembly takes it as a hint only. */
export const i32 = {
  constant: (value: number): Code => [0x41, signed(value)],
  add: binary(0x6a),
  subtract: binary(0x6b),
  multiply: binary(0x6c),
  and: binary(0x71),
  or: binary(0x72),
  xor: binary(0x73),
  shiftLeft: (a: Code, bits: number): Code => [a, i32.constant(bits), 0x74],
  shiftRight: (a: Code, bits: number): Code => [a, i32.constant(bits), 0x76],
  rotateLeft: (a: Code, bits: number): Code => [a, i32.constant(bits), 0x77],
  rotateRight: (a: Code, bits: number): Code => [a, i32.constant(bits), 0x78],
  load: (address: Code, offset: number): Code => [address, 0x28, 0, unsigned(offset)],
  store: (address: Code, offset: number, value: Code): Code => [address, value, 0x36, 0, unsigned(offset)],
}

/** Four 32-bit numbers side by side, one of each message. */
export const v128 = {
  add: binary(SIMD, unsigned(174)),
  and: binary(SIMD, 78),
  or: binary(SIMD, 80),
  xor: binary(SIMD, 81),
  shiftLeft: (a: Code, bits: number): Code => [a, i32.constant(bits), SIMD, unsigned(171)],
  shiftRight: (a: Code, bits: number): Code => [a, i32.constant(bits), SIMD, unsigned(173)],
  load: (address: Code, offset: number): Code => [address, SIMD, 0, 0, unsigned(offset)],
  /** One number from memory in all four places. */
  loadSplat: (address: Code, offset: number): Code => [address, SIMD, 9, 0, unsigned(offset)],
  store: (address: Code, offset: number, value: Code): Code => [address, value, SIMD, 11, 0, unsigned(offset)],
  /** Sixteen bytes picked from those of a (0 to 15) and b (16 to 31). */
  shuffle: (a: Code, b: Code, picks: readonly number[]): Code => [a, b, SIMD, 13, ...picks],
}

/** Runs `body` `times` times; `counter` is a local of its own. The body runs at least once. */
export function repeat(times: Code, counter: number, body: Code): Code {
  const [loop, end, branchIf, empty] = [0x03, 0x0b, 0x0d, 0x40]
  const countDown = set(counter, i32.subtract(get(counter), i32.constant(1)))
  return [set(counter, times), loop, empty, body, countDown, get(counter), branchIf, 0, end]
}
