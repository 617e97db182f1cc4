import { type Code, get, i32, set, v128 } from './wasm-code.js'

/** What the rounds need of a word: a number, or four side by side. Operands that stand twice are locals. */
export interface Word {
  add(a: Code, b: Code): Code
  and(a: Code, b: Code): Code
  xor(a: Code, b: Code): Code
  shiftRight(a: Code, bits: number): Code
  rotateRight(a: Code, bits: number): Code
}

export const one: Word = i32

export const four: Word = { ...v128, rotateRight: (a, bits) => v128.or(v128.shiftRight(a, bits), v128.shiftLeft(a, 32 - bits)) }

export interface RoundLocals {
  /** The first of the eight that hold a to h. */
  readonly state: number
  /** The first of the sixteen that hold the block's words, and then those made from them. */
  readonly words: number
  readonly scratch: number
}

/** The 64 rounds over one block (FIPS 180-4 section 6.2.2). Instead of handing a to h on, each round calls them by the next name. */
export function rounds(word: Word, locals: RoundLocals, constant: (round: number) => Code): Code {
  return Array.from({ length: 64 }, (_, round) => [
    round < 16 ? [] : schedule(word, locals, round),
    oneRound(word, locals, round, constant(round)),
  ])
}

function oneRound(word: Word, locals: RoundLocals, round: number, constant: Code): Code {
  const name = (letter: number) => locals.state + ((letter - round + 64) % 8)
  const [a, b, c, d] = [get(name(0)), get(name(1)), get(name(2)), get(name(3))]
  const [e, f, g, h] = [get(name(4)), get(name(5)), get(name(6)), get(name(7))]
  const choice = word.xor(g, word.and(e, word.xor(f, g)))
  const majority = word.xor(word.and(word.xor(a, b), word.xor(b, c)), b)
  const input = word.add(constant, get(locals.words + (round % 16)))
  return [
    set(locals.scratch, word.add(word.add(word.add(h, input), rotations(word, e, 6, 11, 25)), choice)),
    set(name(3), word.add(d, get(locals.scratch))),
    set(name(7), word.add(word.add(get(locals.scratch), rotations(word, a, 2, 13, 22)), majority)),
  ]
}

function schedule(word: Word, { words }: RoundLocals, round: number): Code {
  const back = (distance: number) => get(words + ((round - distance) % 16))
  const late = word.xor(word.xor(word.rotateRight(back(2), 17), word.rotateRight(back(2), 19)), word.shiftRight(back(2), 10))
  const early = word.xor(word.xor(word.rotateRight(back(15), 7), word.rotateRight(back(15), 18)), word.shiftRight(back(15), 3))
  return set(words + (round % 16), word.add(word.add(back(16), early), word.add(back(7), late)))
}

function rotations(word: Word, a: Code, first: number, second: number, third: number): Code {
  return word.xor(word.xor(word.rotateRight(a, first), word.rotateRight(a, second)), word.rotateRight(a, third))
}
