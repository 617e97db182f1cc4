const most = 200
const longest = 300

/**
 * Works out what a header says once for each of its texts: most readers send one of a few. Whoever sends many different ones makes it forget, and
 * no more.
 */
export function remembered<T>(workOut: (header: string | undefined) => T): (header: string | undefined) => T {
  const known = new Map<string | undefined, T>()
  return (header) => {
    const found = known.get(header)
    if (found !== undefined || known.has(header)) return found as T
    const said = workOut(header)
    if ((header?.length ?? 0) > longest) return said
    if (known.size >= most) known.clear()
    known.set(header, said)
    return said
  }
}
