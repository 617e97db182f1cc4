const mostWords = 8

/** Letters and digits in a row, as the index knows them: it takes three together, or the beginning of a word. */
const inWord = /[\p{L}\p{N}]/u
const threeInWord = /[\p{L}\p{N}]{3}/u

export interface SearchWord {
  readonly text: string
  /** Whether it must begin a word; otherwise it may stand anywhere. */
  readonly begins: boolean
}

/** What somebody types, as words that must all be there: one of three letters anywhere, a shorter one where a word begins. */
export function searchWords(search: string): readonly SearchWord[] {
  return search
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, mostWords)
    .map(ticketNumberIn)
    .map((text) => ({ text, begins: inWord.test(text) && !threeInWord.test(text) }))
}

/** Whether an index can find any of the words: signs alone it does not know. */
export const isIndexed = (words: readonly SearchWord[]): boolean => words.some(({ text }) => inWord.test(text))

/** Of a whole ticket its first digits are kept, which are its number. */
function ticketNumberIn(word: string): string {
  return /^[0-9a-f]{9,64}$/i.test(word) ? word.slice(0, 8) : word
}
