import { useMemo } from 'react'
import { formatNumber } from '../../lib/i18n/number.js'
import { classNames } from '../class-names.js'
import styles from './seat-map.module.css'
import { seatPlaces } from './seat-places.js'

export type SeatPool = {
  id: string
  seats: number
  /** First, second, third series of the drawings; `hand` is drawn as an outline. */
  series: 'everyone' | 'second' | 'third' | 'hand'
  /** How many are filled; without it all are. */
  filled?: number
  /** How many are held but not yet answered; drawn between filled and open. */
  pending?: number
}

type Props = {
  pools: readonly SeatPool[]
  /** Says in words what the picture shows. */
  label: string
  className?: string
}

/** More marks than this are too small to tell apart; each then stands for several seats. */
const mostMarks = 400

/** One shape per seat in a half circle, a wedge per pool. */
export function SeatMap({ pools, label, className }: Props) {
  const seats = pools.reduce((sum, pool) => sum + pool.seats, 0)
  const perMark = Math.max(1, Math.ceil(seats / mostMarks))
  const marks = useMemo(() => pools.flatMap((pool) => marksOf(pool, perMark)), [pools, perMark])
  const { places, size, width, height } = useMemo(() => seatPlaces(marks.length), [marks.length])
  return (
    <svg className={classNames(styles.map, className)} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {places.map(({ x, y, degrees }, index) => (
        <rect
          key={index}
          className={marks[index]}
          x={-size / 2}
          y={-size / 2}
          width={size}
          height={size}
          rx={size * 0.28}
          transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${degrees.toFixed(1)})`}
        />
      ))}
      <text x={width / 2} y={height - 12} textAnchor="middle" className={styles.figure}>
        {formatNumber(seats)}
      </text>
    </svg>
  )
}

function marksOf({ seats, series, filled = seats, pending = 0 }: SeatPool, perMark: number): string[] {
  return Array.from({ length: Math.round(seats / perMark) || 1 }, (_, index) => {
    const seat = index * perMark
    const state = seat < filled ? styles.filled : seat < filled + pending ? styles.pending : styles.open
    return classNames(styles.seat, styles[series], state)
  })
}

/** The small square before a pool's name, in the pool's colour. */
export const SeatKey = ({ series, className }: { series: SeatPool['series']; className?: string }) => (
  <i className={classNames(styles.key, styles[series], className)} aria-hidden="true" />
)
