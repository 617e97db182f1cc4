import { expect, test } from '@jest/globals'
import { engravingPath, squaresPath } from './index.js'

test('squaresPath() joins neighbours of a row', () => {
  const matrix = [
    [true, true, false],
    [false, false, true],
    [true, true, true],
  ]
  expect(squaresPath(matrix)).toBe('M0 0h2v1h-2zM2 1h1v1h-1zM0 2h3v1h-3z')
})

test('engravingPath() stays within its square and differs from ticket to ticket', () => {
  const path = engravingPath('3f9a-71c2', 300)
  const numbers = Array.from(path.matchAll(/[\d.]+/g), ([number]) => Number(number))
  expect(Math.min(...numbers)).toBeGreaterThan(0)
  expect(Math.max(...numbers)).toBeLessThan(300)
  expect(engravingPath('3f9a-71c3', 300)).toBe(path)
  expect(engravingPath('4f9a-71c2', 300)).not.toBe(path)
})
