const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
// C0 without the line feed, DEL and C1; then the controls that turn the direction of text around.
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/** Text that may stand in a calendar file: line breaks are \n, no other control characters, no lone surrogates. */
export function plainText(text: string): string {
  return text.toWellFormed().replace(LINE_BREAKS, '\n').replace(CONTROLS, ' ').trim()
}

/** The same on one line: for titles, names and places. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ')
}
