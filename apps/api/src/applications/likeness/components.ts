/** Something that a member has; whoever has the same is alike. */
export interface Holding {
  readonly member: string
  readonly mark: string
}

/** Everybody who is joined to somebody else by marks that they share, over however many others; in every set the members are sorted. */
export function components(holdings: readonly Holding[]): string[][] {
  const parents = new Map<string, string>()
  const firstWith = new Map<string, string>()
  for (const { member, mark } of holdings) {
    if (!parents.has(member)) parents.set(member, member)
    const first = firstWith.get(mark)
    if (first === undefined) firstWith.set(mark, member)
    else join(parents, first, member)
  }
  const sets = new Map<string, string[]>()
  for (const member of parents.keys()) {
    const root = rootOf(parents, member)
    const set = sets.get(root)
    if (set) set.push(member)
    else sets.set(root, [member])
  }
  return [...sets.values()].filter(({ length }) => length > 1).map((set) => set.toSorted())
}

/** The smaller id becomes the root, so that the paths stay short while ids come in order. */
function join(parents: Map<string, string>, one: string, other: string): void {
  const [a, b] = [rootOf(parents, one), rootOf(parents, other)]
  if (a !== b) parents.set(a < b ? b : a, a < b ? a : b)
}

function rootOf(parents: Map<string, string>, member: string): string {
  let root = member
  for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root)) root = parent
  // Everybody on the way points to the root from now on.
  for (let at = member; at !== root; ) {
    const next = parents.get(at) ?? root
    parents.set(at, root)
    at = next
  }
  return root
}
