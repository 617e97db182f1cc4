// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const controls = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g

/** Text that may stand in a header: on one line, whatever somebody put in a name or a title. */
export function headerText(text: string): string {
  return text.toWellFormed().replace(controls, ' ').trim()
}
