import { firstWord } from './first-word.js'

/** A challenge is many small ones: how long it takes then hardly depends on luck, and it can be told how far it has come. */
export const effortParts = 16
const mostBits = 28
const seedBytes = 32
const tokenForm = /^[\w-]{1,200}\.([\w-]{43})$/
const numbersForm = /^[0-9a-z]{1,6}(-[0-9a-z]{1,6}){15}$/

/** What a device is asked to do: for each part find a number whose hash with the token begins with so many zero bits. */
export interface EffortChallenge {
  readonly token: string
  readonly bits: number
}

/**
 * Solves a challenge, one part per step; yields how many parts are done and returns what the server wants to see. Takes about
 * `effortParts * 2 ** bits` hashes. Throws RangeError for what is no challenge.
 */
export function* solveEffort({ token, bits }: EffortChallenge): Generator<number, string, void> {
  const seed = seedOf(token)
  if (seed === null || !Number.isInteger(bits) || bits < 0 || bits > mostBits)
    throw new RangeError('This is no challenge that can be solved.')
  const found: string[] = []
  for (let part = 0; part < effortParts; part += 1) {
    let number = 0
    while (!isRight(seed, part, number, bits)) number += 1
    found.push(number.toString(36))
    yield part + 1
  }
  return `${token}~${found.join('-')}`
}

/** The token of a solution and its numbers; null for what has not their form. */
export function readSolution(solution: string): { readonly token: string; readonly numbers: readonly number[] } | null {
  const [token = '', numbers = '', ...more] = solution.split('~')
  if (more.length > 0 || !tokenForm.test(token) || !numbersForm.test(numbers)) return null
  return { token, numbers: numbers.split('-').map((number) => Number.parseInt(number, 36)) }
}

/** Whether these numbers, one for each part, solve the challenge. */
export function isSolved({ token, bits }: EffortChallenge, numbers: readonly number[]): boolean {
  const seed = seedOf(token)
  return seed !== null && numbers.length === effortParts && numbers.every((number, part) => isRight(seed, part, number, bits))
}

function isRight(seed: Int32Array, part: number, number: number, bits: number): boolean {
  seed[8] = part
  seed[9] = number
  return Math.clz32(firstWord(seed)) >= bits
}

/** The signature at the token's end as eight words, which nobody knows in advance, and room for two more. */
function seedOf(token: string): Int32Array | null {
  const signature = tokenForm.exec(token)?.[1]
  if (signature === undefined) return null
  const bytes = Uint8Array.from(atob(signature.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0))
  if (bytes.length !== seedBytes) return null
  const view = new DataView(bytes.buffer)
  return Int32Array.from({ length: 10 }, (_, index) => (index < 8 ? view.getInt32(index * 4) : 0))
}
