const maxDepth = 32

/** How deep brackets nest in a JSON text, without parsing it; stops counting at `limit`. */
export function nestingOf(text: string, limit: number): number {
  let depth = 0
  let deepest = 0
  for (let index = 0; index < text.length && deepest < limit; index += 1) {
    const character = text.charCodeAt(index)
    if (character === 0x22) index = endOfString(text, index)
    else if (character === 0x7b || character === 0x5b) deepest = Math.max(deepest, ++depth)
    else if (character === 0x7d || character === 0x5d) depth -= 1
  }
  return deepest
}

function endOfString(text: string, start: number): number {
  let index = start + 1
  while (index < text.length && text.charCodeAt(index) !== 0x22) index += text.charCodeAt(index) === 0x5c ? 2 : 1
  return index
}

/** A parser that recurses would die of deep nesting, so it is refused before it is parsed. */
export function isTooDeep(text: string): boolean {
  return nestingOf(text, maxDepth + 1) > maxDepth
}
