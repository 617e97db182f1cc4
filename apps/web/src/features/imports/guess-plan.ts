import type { ImportPlan, Locale, Question } from '../../lib/api/types.js'

const words = {
  name: ['naam', 'name', 'volledige naam', 'full name', 'your name', 'je naam'],
  email: ['e-mail', 'email', 'mail', 'e-mailadres', 'email address', 'mailadres', 'e-mail address'],
  handle: ['handle', 'accountnaam', 'account', 'username', 'mastodon', 'bluesky'],
} as const

/** What the columns seem to hold, by their names and, for addresses, by what stands in them. */
export function guessPlan(
  columns: readonly string[],
  sample: readonly (readonly string[])[],
  questions: readonly Pick<Question, 'id' | 'label' | 'type'>[],
  locale: Locale,
): ImportPlan {
  const free = new Set(columns.keys())
  const take = (fits: (title: string, column: number) => boolean): number | null => {
    const found = [...free].find((column) => fits(folded(columns[column] ?? ''), column))
    if (found === undefined) return null
    free.delete(found)
    return found
  }
  const named = (known: readonly string[]) => (title: string) => known.includes(title)
  const holdsAddresses = (_title: string, column: number) =>
    sample.length > 0 && sample.every((row) => /^\S+@\S+\.\S+$/.test(row[column] ?? ''))
  const email = take(named(words.email)) ?? take(holdsAddresses) ?? 0
  const name = take(named(words.name)) ?? take((title) => title.includes('naam') || title.includes('name')) ?? take(() => true) ?? 0
  const handle = take(named(words.handle))
  const answers = questions
    .filter(({ type }) => type !== 'heading' && type !== 'file')
    .flatMap(({ id, label }) => {
      const column = take((title) => title === folded(label))
      return column === null ? [] : [[id, column] as const]
    })
  return { name, email, handle, answers: Object.fromEntries(answers), locale, dateOrder: 'day-month-year', forgiveMissing: false }
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[?*:]/g, '').replace(/\s+/g, ' ').trim()
}
