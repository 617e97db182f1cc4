import { composed } from './composed.js'

const bidiControls = /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const controls = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\uFEFF]/g
const lineEnds = /\r\n?|[\u0085\u2028\u2029]/g

/**
 * An answer as it is kept: composed (NFC, UAX 15), trimmed, without control characters and without the marks that turn the order of
 * letters around (UAX 9). Line ends become \n, or a space when one line is asked for; tabs become spaces; halves of characters become U+FFFD.
 *
 * @param text what somebody typed.
 * @param multiline whether line breaks are kept.
 * @returns the text; cleaning it again changes nothing.
 */
export function cleanAnswer(text: string, multiline: boolean): string {
  const lines = text.toWellFormed().replace(lineEnds, '\n').replaceAll('\t', ' ').replace(bidiControls, '').replace(controls, '')
  return composed(multiline ? lines : lines.replaceAll('\n', ' ')).trim()
}
