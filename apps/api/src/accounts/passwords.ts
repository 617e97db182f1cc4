import { hash, verify } from '@node-rs/argon2'
import { commonRows, commonWords } from './common-passwords.js'

/** OWASP's argon2id settings: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const shortestPassword = 10
export const longestPassword = 200

/** What two keyboards make of the same password must be the same (NIST SP 800-63B, 3.1.1.2). */
function composed(password: string): string {
  return password.normalize('NFKC')
}

export function hashPassword(password: string): Promise<string> {
  return hash(composed(password), cost)
}

let nobodys: Promise<string> | undefined

/**
 * Whether a password fits a hash. Without a hash (an address that nobody has) it works as long and answers no,
 * so that the time does not tell which addresses have an account.
 */
export async function passwordFits(passwordHash: string | undefined, password: string): Promise<boolean> {
  const fits = await verify(passwordHash ?? (await (nobodys ??= hashPassword('nobody has this one'))), composed(password))
  return fits && passwordHash !== undefined
}

/** Whether a password is among the first that anybody would try: few characters, a row of keys, or a common or own word with only digits and marks behind it. */
export function isEasilyGuessed(password: string, own: readonly string[]): boolean {
  const plain = composed(password).toLowerCase()
  if (new Set(plain).size < 4 || commonRows.some((row) => row.includes(plain))) return true
  const word = plain.replace(/[^\p{L}]+$/u, '')
  return commonWords.has(word) || ownWords(own).has(word) || ownWords(own).has(plain)
}

/** A person's address, the name in it, and her own name with and without spaces. */
function ownWords(own: readonly string[]): ReadonlySet<string> {
  const words = own.flatMap((text) => [text, text.split('@')[0] ?? text, text.replaceAll(' ', '')])
  return new Set(words.map((word) => word.toLowerCase()))
}
