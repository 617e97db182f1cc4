import { type EntryLimits, merkleRoot, parseEntries } from '#draw'

/** As many lines as a block of the stored list has: a whole subtree of the tree over all lines. */
export const linesPerBlock = 128
const digestBytes = 32

/**
 * The nodes seven levels above the leaves, of a list that comes in pieces of whole blocks: 32 bytes for 128 lines, so that a path into
 * a list of a million needs a quarter of a megabyte and one block.
 */
export async function blockRoots(pieces: AsyncIterable<string>, limits: EntryLimits): Promise<Uint8Array> {
  const roots: Uint8Array[] = []
  for await (const piece of pieces) {
    const { leaves } = parseEntries(Buffer.from(piece, 'latin1'), limits)
    for (let start = 0; start < leaves.length; start += linesPerBlock * digestBytes)
      roots.push(merkleRoot(leaves.subarray(start, start + linesPerBlock * digestBytes)))
  }
  return Buffer.concat(roots)
}
