/**
 * Cuts a text to a number of characters as people count them (grapheme clusters, UAX #29), so that no accent, emoji or Thai syllable is
 * torn apart; what was cut is shown by an ellipsis.
 *
 * @param length the most characters that come back, ellipsis included; at least 1.
 */
export function shortenText(text: string, length: number): string {
  const characters = Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text), ({ segment }) => segment)
  if (characters.length <= length) return text
  return `${characters
    .slice(0, length - 1)
    .join('')
    .trimEnd()}…`
}
