const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ĳ: 'ij',
  '&': ' and ',
}

/** The part of an address that a name suggests: its Latin letters and digits with dashes between the words, or the fallback when it has none. */
export function slugFrom(name: string, fallback: string, longest = 50): string {
  const spelledOut = name.toLowerCase().replace(/[ßæœøđðþłıĳ&]/g, (letter) => spelled[letter] ?? letter)
  const words =
    spelledOut
      .normalize('NFKD')
      .replace(/[\p{M}'’]/gu, '')
      .match(/[a-z0-9]+/g) ?? []
  return cut(words, longest) || fallback
}

/** As many whole words as fit. */
function cut(words: readonly string[], longest: number): string {
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, longest) : `${slug}-${word}`
    if (longer.length > longest) break
    slug = longer
  }
  return slug
}

/** The slug itself, or with the smallest number behind it that makes it free: `night`, `night-2`, `night-3`. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  let number = 2
  while (taken.has(`${wanted}-${number}`)) number += 1
  return `${wanted}-${number}`
}
