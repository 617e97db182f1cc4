import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { fromHex, toHex } from '../hash/hex.js'
import { inclusionPath } from './inclusion-path.js'
import { merkleRoot } from './merkle-root.js'
import { leafHash } from './tree-hash.js'
import { verifyInclusion } from './verify-inclusion.js'

const vectors: { leafInputs: string[]; roots: string[]; proofs: { index: number; size: number; path: string[] }[] } = JSON.parse(
  readFileSync(new URL('../../../../test/vectors/draw/merkle.json', import.meta.url), 'utf8'),
)

function leavesOf(size: number): Uint8Array {
  const leaves = new Uint8Array(32 * size)
  vectors.leafInputs.slice(0, size).forEach((input, index) => leaves.set(leafHash(fromHex(input)), 32 * index))
  return leaves
}

describe('the tree', () => {
  it('has the roots of the reference data', () => {
    expect(vectors.roots.map((_, size) => toHex(merkleRoot(leavesOf(size))))).toEqual(vectors.roots)
  })

  it.each(vectors.proofs)('makes and verifies the path of leaf $index of $size', ({ index, size, path }) => {
    const leaves = leavesOf(size)
    const root = merkleRoot(leaves)
    const made = inclusionPath(leaves, index)
    expect(made.map(toHex)).toEqual(path)
    const leaf = leaves.subarray(32 * index, 32 * index + 32)
    expect(verifyInclusion(leaf, index, size, made, root)).toBe(true)
    expect(verifyInclusion(leaf, index, size, [...made, leaf], root)).toBe(false)
    expect(verifyInclusion(leaf, index, size, made, leaf)).toBe(size === 1)
    if (made.length > 0) expect(verifyInclusion(leaf, index, size, made.slice(1), root)).toBe(false)
  })

  it('refuses a path under a size that gives it another shape', () => {
    const leaves = leavesOf(5)
    const path = inclusionPath(leaves, 4)
    const root = merkleRoot(leaves)
    const leaf = leaves.subarray(128, 160)
    expect([5, 6, 7, 8, 9].map((size) => verifyInclusion(leaf, 4, size, path, root))).toEqual([true, false, false, false, false])
  })

  it('refuses an index outside the tree', () => {
    const leaves = leavesOf(3)
    expect(() => inclusionPath(leaves, 3)).toThrow('index is 3, the tree has 3 leaves counted from 0')
    expect(() => inclusionPath(leaves, -1)).toThrow('index is -1')
    expect(verifyInclusion(leaves.subarray(0, 32), 3, 3, [], merkleRoot(leaves))).toBe(false)
    expect(verifyInclusion(leaves.subarray(0, 32), 0.5, 3, [], merkleRoot(leaves))).toBe(false)
  })
})
