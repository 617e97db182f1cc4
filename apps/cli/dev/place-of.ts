import { root } from '../root.js'

/** What a person did wrong is told in its message, and what a compiler or a system refuses names its place itself. */
const mistakes = new Set(['Error', 'TypeError', 'ReferenceError', 'RangeError', 'SyntaxError'])

/** The first place in our own sources that an unforeseen error came through, as path:line:column from the project's folder. */
export function placeOf(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) return undefined
  const own = (thrown.stack ?? '')
    .split('\n')
    .map((line) => /(?:file:\/\/)?(\/[^\s()]+?:\d+(?::\d+)?)\)?$/.exec(line)?.[1])
    .find((place) => place?.startsWith(`${root}/`) && !place.includes('/node_modules/'))
  if (own && mistakes.has(thrown.name)) return own.slice(root.length + 1)
  return placeOf(thrown.cause)
}
