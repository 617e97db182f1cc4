import type { ReactNode } from 'react'
import type { QuestionType } from '#forms'
import styles from './type-sketch.module.css'

const box = (y: number, height: number, width = 84) => <rect className={styles.box} x={2} y={y} width={width} height={height} rx={4} />
const line = (x: number, y: number, width: number) => <rect className={styles.line} x={x} y={y} width={width} height={3} rx={1.5} />
const field = (inside: ReactNode) => (
  <>
    {box(14, 20)}
    {inside}
  </>
)
const row = (y: number, mark: ReactNode, width: number) => (
  <>
    {mark}
    {line(22, y + 4, width)}
  </>
)
const circle = (y: number, chosen = false) => (
  <circle className={chosen ? styles.chosen : styles.box} cx={10} cy={y + 5.5} r={chosen ? 4 : 5} />
)
const square = (y: number, chosen = false) => (
  <rect className={chosen ? styles.chosen : styles.box} x={5} y={y} width={10} height={10} rx={2.5} />
)
const word = (text: string, x = 10, y = 28) => (
  <text className={styles.word} x={x} y={y}>
    {text}
  </text>
)

/** What each kind of answer looks like to who fills it in. */
const drawings: Record<QuestionType, ReactNode> = {
  short: field(line(10, 22.5, 40)),
  long: (
    <>
      {box(3, 42)}
      {line(10, 12, 66)}
      {line(10, 21, 56)}
      {line(10, 30, 34)}
    </>
  ),
  choice: (
    <>
      {row(4, circle(4), 46)}
      {row(19, circle(19, true), 58)}
      {row(34, circle(34), 36)}
    </>
  ),
  choices: (
    <>
      {row(4, square(4, true), 46)}
      {row(19, square(19), 58)}
      {row(34, square(34, true), 36)}
    </>
  ),
  number: field(word('12')),
  date: field(
    <>
      {word('24-08')}
      <rect className={styles.box} x={66} y={19} width={11} height={10} rx={2} />
      {line(66, 21, 11)}
    </>,
  ),
  country: field(
    <>
      {line(10, 22.5, 34)}
      <path className={styles.stroke} d="m69 22 4 4 4-4" />
    </>,
  ),
  link: field(
    <>
      {word('https://')}
      {line(50, 22.5, 24)}
    </>,
  ),
  handle: field(
    <>
      {word('@')}
      {line(24, 22.5, 40)}
    </>,
  ),
  file: (
    <>
      <rect className={styles.dashed} x={2} y={6} width={84} height={36} rx={4} />
      <path className={styles.stroke} d="M44 31V17m-6 5 6-6 6 6" />
    </>
  ),
  consent: (
    <>
      {square(10, true)}
      {line(22, 13, 60)}
      {line(22, 23, 44)}
      <rect className={styles.accent} x={22} y={33} width={28} height={3} rx={1.5} />
    </>
  ),
  rating: (
    <>
      {[0, 1, 2, 3, 4].map((at) => (
        <rect key={at} className={at === 3 ? styles.chosen : styles.box} x={2 + at * 17} y={16} width={14} height={16} rx={3} />
      ))}
    </>
  ),
  heading: (
    <>
      <rect className={styles.ticket} x={2} y={6} width={84} height={14} rx={2} />
      {line(8, 11.5, 40)}
      {line(8, 29, 62)}
      {line(8, 38, 44)}
    </>
  ),
}

export const TypeSketch = ({ type }: { type: QuestionType }) => (
  <svg viewBox="0 0 88 48" className={styles.sketch} aria-hidden focusable="false">
    {drawings[type]}
  </svg>
)
