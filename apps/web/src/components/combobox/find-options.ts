export type ComboboxOption = { value: string; label: string /** Other names by which it is found. */; also?: readonly string[] }

/** Letters as they are searched: "Côte d’Ivoire" is found as "cote divoire". */
export const searchable = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}'’.]/gu, '')
    .replaceAll('-', ' ')
    .toLowerCase()
    .trim()

/** The options that somebody may mean, the ones whose name begins so first. */
export function findOptions(options: readonly ComboboxOption[], typed: string): ComboboxOption[] {
  const wanted = searchable(typed)
  if (wanted === '') return [...options]
  const rank = ({ label, also = [] }: ComboboxOption) => {
    const names = [label, ...also].map(searchable)
    if (names[0]?.startsWith(wanted)) return 0
    if (names.some((name) => name.split(' ').some((word) => word.startsWith(wanted)) || name.startsWith(wanted))) return 1
    return 2
  }
  return [0, 1].flatMap((wantedRank) => options.filter((option) => rank(option) === wantedRank))
}
