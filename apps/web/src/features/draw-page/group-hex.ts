/** A hash in groups of eight, for reading aloud; `groups` cuts it short. */
export function groupHex(hash: string, groups = Number.POSITIVE_INFINITY): string {
  const all = hash.match(/.{1,8}/g) ?? []
  return all.slice(0, groups).join(' ') + (all.length > groups ? ' …' : '')
}
