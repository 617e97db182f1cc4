import { describe, expect, test } from '@jest/globals'
import { seatPlaces } from './seat-places.js'

const counts = [1, 2, 3, 7, 12, 24, 60, 100, 150, 400]

describe('seatPlaces()', () => {
  test.each(counts)('gives each of %i seats a place of its own inside the drawing', (count) => {
    const { places, size, width, height } = seatPlaces(count)
    expect(places).toHaveLength(count)
    for (const { x, y } of places) {
      expect(x).toBeGreaterThanOrEqual(size / 2)
      expect(x).toBeLessThanOrEqual(width - size / 2)
      expect(y).toBeGreaterThanOrEqual(size / 2)
      expect(y).toBeLessThanOrEqual(height)
    }
    const closest = Math.min(
      ...places.flatMap((one, index) => places.slice(index + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y))),
    )
    expect(closest).toBeGreaterThan(size)
  })

  test('goes from the left end to the right, so that a pool is one wedge', () => {
    const { places } = seatPlaces(100)
    const angles = places.map(({ degrees }) => degrees)
    expect(angles).toEqual(angles.toSorted((one, other) => one - other))
  })
})
