import { isolate, shortenText } from '#badge'

const LONG_RUN = 12
const WORD = /\S+/gu

/** Text of people in a document: isolated from its surroundings, not endless, and with places where a very long word may be broken. Nothing stays nothing. */
export function nameText(text: string, length: number): string {
  return text === '' ? '' : isolate(shortenText(text, length).replace(WORD, breakable))
}

function breakable(word: string): string {
  if (word.length <= LONG_RUN) return word
  const characters = Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word), ({ segment }) => segment)
  return characters.map((character, at) => (at > 0 && at % LONG_RUN === 0 ? `\u200b${character}` : character)).join('')
}
