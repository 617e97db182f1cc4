import { composed } from '#forms'

const bidiControls = /[\u202A-\u202E\u2066-\u2069]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const controls = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const controlsExceptBreaks = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/

/** Text as we keep it: composed (NFC), trimmed, line ends as \n, without the invisible marks that turn the order of letters around. */
export function cleanText(text: string): string {
  const stripped = text.replace(bidiControls, '').trim()
  return stripped.isWellFormed() ? composed(stripped).replace(/\r\n?/g, '\n') : stripped
}

export function cleanLine(text: string): string {
  const stripped = text.replace(bidiControls, '').trim()
  return stripped.isWellFormed() ? composed(stripped) : stripped
}

/** Whether a text holds characters that are no text: controls, NUL, halves of a character. Line breaks and tabs only where several lines are asked for. */
export function isPlainText(text: string, multiline: boolean): boolean {
  return text.isWellFormed() && !(multiline ? controlsExceptBreaks : controls).test(text)
}
