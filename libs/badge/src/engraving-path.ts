const rings = 13
const points = 360

/**
 * The engraving of a ticket: two fans of rosettes, turning against each other, as banknotes have them. The digits of the ticket number choose
 * the lobes, the depth and the turn, so no two tickets look alike.
 *
 * @param ticketNumber hex digits; others are skipped.
 * @param size side of the square that it fills, in the units of the drawing.
 * @returns the `d` of one SVG path, to be stroked thinly and not filled.
 */
export function engravingPath(ticketNumber: string, size: number): string {
  const digits = [...ticketNumber.replace(/[^0-9a-f]/g, '')].map((digit) => Number.parseInt(digit, 16))
  const digit = (index: number) => digits[index] ?? 0
  const lobes = 6 + (digit(0) % 7)
  const ripples = lobes * 2 + 1 + (digit(3) % 4)
  const direction = digit(5) % 2 ? 1 : -1
  const turn = 0.13 + 0.01 * (digit(1) % 6)

  const ring = (fan: 1 | -1, index: number): string => {
    const phase = fan * direction * index * turn
    const radius = size * (0.23 + 0.0135 * index)
    const depth = size * (0.026 + 0.0024 * index)
    const ripple = size * (0.008 + (0.009 * digit(6)) / 15)
    const point = (step: number) => {
      const angle = (step / points) * 2 * Math.PI
      const distance = radius + depth * Math.cos(lobes * angle + phase) + ripple * Math.cos(ripples * angle - phase)
      return `${(size / 2 + distance * Math.cos(angle)).toFixed(1)} ${(size / 2 + distance * Math.sin(angle)).toFixed(1)}`
    }
    return `M${Array.from({ length: points }, (_, step) => point(step)).join('L')}Z`
  }

  return Array.from({ length: rings }, (_, index) => ring(1, index) + ring(-1, index)).join('')
}
