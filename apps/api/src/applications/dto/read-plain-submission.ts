import { canonicalEmail, cleanLine, isPlainText } from '../../http/dto/index.js'
import { locales } from '../../http/index.js'
import type { SubmitApplicationDto } from './submit-application.dto.js'

interface TextRule {
  readonly most: number
  readonly least?: number
}

const texts: Readonly<Record<string, TextRule>> = { name: { most: 200, least: 1 }, nonce: { most: 32, least: 32 } }
const optionalTexts: Readonly<Record<string, TextRule>> = {
  handle: { most: 200 },
  together: { most: 64 },
  website: { most: 2000 },
  device: { most: 200 },
  challenge: { most: 400 },
}
const hints = ['referrer', 'source', 'medium', 'campaign']
const fields = new Set([...Object.keys(texts), ...Object.keys(optionalTexts), 'email', 'answers', 'consent', 'locale', 'source'])

/** The most entries and characters that are looked through here; more is for the rules of the DTO. */
const plainAnswers = { entries: 100, choices: 100, characters: 20_000 }
const longestHint = 2000

/**
 * Reads a body that is plainly right, as nearly all are in a rush, at a tenth of what the rules of the DTO cost. Undefined for every other, which
 * those rules then judge and explain; what is answered here is what they would have made of it.
 */
export function readPlainSubmission(body: unknown): SubmitApplicationDto | undefined {
  if (!isPlainObject(body) || !Object.keys(body).every((name) => fields.has(name))) return undefined
  const { email, consent, locale, answers, source } = body
  if (consent !== true || !locales.some((known) => known === locale) || !areAnswers(answers)) return undefined
  const address = typeof email === 'string' ? cleanLine(email) : ''
  if (canonicalEmail(address) === undefined) return undefined
  const read: Record<string, unknown> = { ...body, email: address }
  for (const [name, rule] of Object.entries(texts)) if (!cleanField(read, name, rule)) return undefined
  for (const [name, rule] of Object.entries(optionalTexts))
    if (read[name] !== undefined && read[name] !== null && !cleanField(read, name, rule)) return undefined
  if (source !== undefined && source !== null && !(isPlainObject(source) && Object.entries(source).every(isHint))) return undefined
  return read as unknown as SubmitApplicationDto
}

function cleanField(read: Record<string, unknown>, name: string, { most, least = 0 }: TextRule): boolean {
  const value = read[name]
  if (typeof value !== 'string') return false
  const text = cleanLine(value)
  read[name] = text
  // Code points are at most as many as the units that are counted here.
  return text.length <= most && text.length >= least && (text.length === 0 || isPlainText(text, false)) && (least < 2 || isAscii(text))
}

const isAscii = (text: string): boolean => /^[ -~]*$/.test(text)

function isHint([name, value]: [string, unknown]): boolean {
  return hints.includes(name) && (value === null || (typeof value === 'string' && value.length <= longestHint))
}

function areAnswers(value: unknown): boolean {
  if (!isPlainObject(value)) return false
  const names = Object.keys(value)
  return names.length <= plainAnswers.entries && names.every((name) => name !== '__proto__' && isAnswer(value[name]))
}

function isAnswer(value: unknown): boolean {
  return Array.isArray(value) ? value.length <= plainAnswers.choices && value.every(isText) : isText(value)
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.length <= plainAnswers.characters

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
