import type { PolicyPool, SelectionPolicy } from '#policy'

/** While it is new, an entry has an id that no saved one can have; saving gives it one that says what it is. */
const draftMark = '+'

/** An id for a new entry of a list, until it is saved. */
export function draftId(list: readonly { readonly id: string }[]): string {
  const numbers = list.map(({ id }) => (id.startsWith(draftMark) ? Number(id.slice(1)) : 0))
  return `${draftMark}${Math.max(0, ...numbers) + 1}`
}

const longest = 16

/** "Noordwijk & omstreken" → "noordwijk-omstre": what the public files of a draw allow. Empty when nothing is left. */
export function shortName(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, longest)
    .replace(/-$/, '')
}

/** New entries get ids that can be read in the public files: a pool's comes from whom it is for, a contributor's from her name. */
export function withShortNames(policy: SelectionPolicy): SelectionPolicy {
  const { pools, spillTo, randomness } = policy
  const ids = namesFor(pools, wordsOf, 'group')
  const contributors = namesFor(randomness.contributors, ({ name }) => name, 'person')
  return {
    ...policy,
    pools: pools.map((pool) => ({ ...pool, id: ids.get(pool.id) ?? pool.id })),
    spillTo: spillTo && (ids.get(spillTo) ?? spillTo),
    randomness: {
      ...randomness,
      contributors: randomness.contributors.map((one) => ({ ...one, id: contributors.get(one.id) ?? one.id })),
    },
  }
}

function wordsOf({ who, called }: PolicyPool): string {
  if (who.kind === 'everybody') return 'open'
  return who.kind === 'tag' ? who.tag : (who.options[0] ?? called?.en ?? '')
}

function namesFor<Item extends { readonly id: string }>(items: readonly Item[], words: (item: Item) => string, otherwise: string) {
  const taken = new Set(items.map(({ id }) => id))
  const names = new Map<string, string>()
  for (const item of items.filter(({ id }) => id.startsWith(draftMark))) {
    const stem = shortName(words(item)) || otherwise
    const name = [stem, ...numbered(stem)].find((one) => !taken.has(one)) ?? stem
    taken.add(name)
    names.set(item.id, name)
  }
  return names
}

/** noordwijk-2, noordwijk-3...: more than a policy has entries. */
const numbered = (stem: string) => Array.from({ length: 30 }, (_, index) => `${stem.slice(0, longest - 3)}-${index + 2}`)
