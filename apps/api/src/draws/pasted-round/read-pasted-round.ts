import type { Beacon, RoundSignature } from '#draw'
import { Invalid, type MessageValues } from '../../http/index.js'

/** People copy from terminals and chats: breaks, blanks and invisible marks may stand anywhere. */
const blanks = /[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g

/**
 * The signature in what somebody pasted: a relay's answer as JSON, or the signature alone as hex. Only its form is checked,
 * and that it is about the round in the manifest; whether it is genuine is for `verifyRound`.
 *
 * @throws Invalid at `round`, saying what is wrong and what would be right.
 */
export function readPastedRound(text: string, beacon: Beacon): RoundSignature {
  const pasted = text.replaceAll(blanks, '')
  if (pasted === '') throw wrong('empty')
  const answer = pasted.startsWith('{') ? readJson(pasted, beacon) : { signature: pasted, previousSignature: null }
  const chained = beacon.scheme === 'pedersen-bls-chained'
  if (chained && answer.previousSignature === null) throw wrong('previousMissing')
  return {
    signature: hexOf(answer.signature, 'signature', chained ? [192] : [96]),
    // Relays of unchained schemes may send one along; it means nothing there.
    previousSignature:
      chained && answer.previousSignature !== null ? hexOf(answer.previousSignature, 'previous_signature', [64, 192]) : null,
  }
}

function readJson(json: string, { round }: Beacon): RoundSignature {
  const answer = parse(json)
  if (answer.round !== undefined && answer.round !== round) throw wrong('otherRound', { pasted: shown(answer.round), round })
  if (typeof answer.signature !== 'string') throw wrong('noSignature')
  const previous = answer.previous_signature
  return { signature: answer.signature, previousSignature: typeof previous === 'string' && previous !== '' ? previous : null }
}

function parse(json: string): { readonly round?: unknown; readonly signature?: unknown; readonly previous_signature?: unknown } {
  try {
    return JSON.parse(json) as object
  } catch {
    throw wrong('notJson')
  }
}

function hexOf(text: string, field: string, lengths: readonly number[]): string {
  const hex = text.toLowerCase().replace(/^0x/, '')
  if (!/^[0-9a-f]*$/.test(hex)) throw wrong('notHex', { field })
  if (!lengths.includes(hex.length)) throw wrong('wrongLength', { field, digits: hex.length, right: Math.max(...lengths) })
  return hex
}

const shown = (value: unknown): string => JSON.stringify(value).slice(0, 40)

function wrong(code: string, values: MessageValues = {}): Invalid {
  return new Invalid([{ path: 'round', code: `draws:pasted.${code}`, values }])
}
