import { useMemo } from 'react'
import { engravingPath } from '#badge'
import { classNames } from '../class-names.js'
import styles from './engraving.module.css'

/** The fine lines on a ticket, computed from its number: no two tickets look alike. */
export function Engraving({ number, className }: { number: string; className?: string }) {
  const path = useMemo(() => engravingPath(number, 300), [number])
  return (
    <svg
      className={classNames(styles.engraving, className)}
      viewBox="0 0 300 300"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth=".55"
    >
      <path d={path} />
    </svg>
  )
}
