/** How many there are of each, in the order in which they first come. */
export function sumBy<T extends { readonly count: number }, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, number> {
  const sums = new Map<K, number>()
  for (const item of items) sums.set(keyOf(item), (sums.get(keyOf(item)) ?? 0) + item.count)
  return sums
}
