/** More marks on one letter are no language; UAX 15 calls what stays below it stream-safe. */
const tooManyMarks = /(\p{M}{30})\p{M}+/gu

/**
 * Composes letters and their accents (NFC, UAX 15). Marks beyond the thirtieth on one letter are dropped: putting a million of them in order
 * takes minutes, which anybody could ask of a server with one request.
 *
 * @param text well-formed.
 */
export function composed(text: string): string {
  return text.replace(tooManyMarks, '$1').normalize('NFC').replace(tooManyMarks, '$1')
}
