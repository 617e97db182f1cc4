/** A name as a badge shows it: large what one calls across a room, below it the rest. */
export interface NameParts {
  readonly given: string
  /** '' when the name has one part only. */
  readonly family: string
}

/** Words that begin a family name: Dutch tussenvoegsels and their like elsewhere. Never the first word ("Al", "Ben", "Van"). */
const FAMILY_BEGINS = new Set(
  [
    "van von de der den het 't ’t ‘t ten ter te op in aan bij onder over uit uijt voor zu zum zur da di do dos das del della la le el al bin bint ibn af av",
    'بن بنت ابن آل',
    'בן בת',
  ]
    .join(' ')
    .split(' '),
)

/** Words that are no name without the next one: "Abd Allah", "Abu Bakr". */
const INCOMPLETE = new Set(['عبد', 'أبو', 'ابو', 'أم', 'ام', 'أبي'])

const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・･\s]+$/u

/**
 * Splits a full name for a badge. A guess for reading only: nothing is dropped, and given + ' ' + family is the name again.
 *
 * @param name as the person wrote it, any script; spaces are made single.
 */
export function splitName(name: string): NameParts {
  const words = name.trim().split(/\s+/u)
  // Family name first and short: such a name is called as a whole.
  if (EAST_ASIAN.test(name)) return { given: words.join(' '), family: '' }
  const particle = words.findIndex((word, at) => at > 0 && at < words.length - 1 && FAMILY_BEGINS.has(word.toLowerCase()))
  const first = INCOMPLETE.has(words[0] ?? '') ? 2 : 1
  const cut = Math.max(particle, first)
  return { given: words.slice(0, cut).join(' '), family: words.slice(cut).join(' ') }
}
