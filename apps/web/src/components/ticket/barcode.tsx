import { useMemo } from 'react'
import { numbersFrom } from '../engraving/numbers-from.js'
import styles from './barcode.module.css'

const width = 120
const height = 40

/** Bars drawn from a ticket's number: an ornament, nothing reads them. */
export function Barcode({ number }: { number: string }) {
  const path = useMemo(() => barsOf(number), [number])
  return (
    <svg className={styles.barcode} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true" fill="currentColor">
      <path d={path} />
    </svg>
  )
}

function barsOf(number: string): string {
  const next = numbersFrom(number)
  const bars: string[] = []
  for (let x = 0; x < width - 3; ) {
    const bar = 1 + Math.floor(next() * 3)
    bars.push(`M${x} 0h${bar}v${height}h-${bar}z`)
    x += bar + 1 + Math.floor(next() * 3)
  }
  return bars.join('')
}
