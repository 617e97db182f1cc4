/**
 * The dark squares of badgeMatrix() as the `d` of one SVG path, a square being one unit wide: runs of squares become one rectangle, so that
 * no hairlines show between them.
 */
export function squaresPath(matrix: readonly (readonly boolean[])[]): string {
  return matrix
    .flatMap((row, y) => {
      const starts = row.flatMap((dark, x) => (dark && !row[x - 1] ? [x] : []))
      return starts.map((x) => {
        const end = row.indexOf(false, x)
        const length = (end === -1 ? row.length : end) - x
        return `M${x} ${y}h${length}v1h-${length}z`
      })
    })
    .join('')
}
