/** Told while something long is worked out: how many of how many are done. */
export type Progress = (done: number, total: number) => void

/** Rows that are worked on in one go. A power of two, so that a chunk of leaves is a whole branch of the tree (RFC 6962 section 2.1). */
export const CHUNK_ROWS = 16_384

/** The ranges that so many rows fall into, from the first to before the last of each. */
export function chunksOf(count: number): readonly { readonly first: number; readonly last: number }[] {
  return Array.from({ length: Math.ceil(count / CHUNK_ROWS) }, (_, index) => ({
    first: index * CHUNK_ROWS,
    last: Math.min(count, (index + 1) * CHUNK_ROWS),
  }))
}
