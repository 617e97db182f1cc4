import { type CSSProperties, useId } from 'react'
import { classNames } from '../class-names.js'
import styles from './stamp.module.css'

type Common = {
  /** Degrees it is turned by, between -14 and +9, chosen by its place and not by chance. */
  turn?: number
  /** The newest stamp lands once. */
  landing?: boolean
  className?: string
  style?: CSSProperties
}

export type BoxStampProps = Common & { word: string; fact?: string; big?: boolean }

const turned = ({ turn = -5, style }: Common): CSSProperties => ({ ...style, '--turn': `${turn}deg` }) as CSSProperties

/** One word and one fact in a double frame. */
export function BoxStamp({ word, fact, big = false, landing = false, className, ...place }: BoxStampProps) {
  return (
    <div className={classNames(styles.stamp, styles.box, big && styles.big, landing && styles.landing, className)} style={turned(place)}>
      {word}
      {fact && <small>{fact}</small>}
    </div>
  )
}

export type RankStampProps = Common & { word: string; rank: string; of: string }

/** The place in the order, large. */
export function RankStamp({ word, rank, of, landing = false, className, ...place }: RankStampProps) {
  const figure = rank.length <= 2 ? 45 : rank.length === 3 ? 38 : 28
  return (
    <div className={classNames(styles.stamp, styles.round, landing && styles.landing, className)} style={turned(place)}>
      <svg viewBox="0 0 100 100" fill="none" stroke="currentColor">
        <circle cx="50" cy="50" r="47" strokeWidth="3" />
        <circle cx="50" cy="50" r="42.500" strokeWidth="1" />
        <g fill="currentColor" stroke="none" textAnchor="middle">
          <text x="50" y="27.500" className={styles.roundWord}>
            {word}
          </text>
          <text x="50" y={50 + figure * 0.355} className={styles.roundFigure} fontSize={figure}>
            {rank}
          </text>
          <text x="50" y="82" className={styles.roundOf}>
            {of}
          </text>
        </g>
      </svg>
    </div>
  )
}

export type PostmarkProps = Common & { word: string; place: string; date: string; time: string }

/** A postmark: when and where the application came in. */
export function Postmark({ word, place, date, time, landing = false, className, ...where }: PostmarkProps) {
  const id = useId()
  const fit = (text: string) => (text.length > 12 ? { textLength: 100, lengthAdjust: 'spacingAndGlyphs' as const } : {})
  return (
    <div className={classNames(styles.stamp, styles.postmark, landing && styles.landing, className)} style={turned(where)}>
      <svg viewBox="0 0 100 100" fill="none" stroke="currentColor">
        <defs>
          <path id={`${id}-top`} d="M13.500 50a36.500 36.500 0 0 1 73 0" />
          <path id={`${id}-bottom`} d="M8.200 50a41.800 41.800 0 0 0 83.600 0" />
        </defs>
        <circle cx="50" cy="50" r="47.500" strokeWidth="2.400" />
        <circle cx="50" cy="50" r="31.500" strokeWidth="1.100" />
        <path d="M25.500 43h49M25.500 61.500h49" strokeWidth="1.100" />
        <g fill="currentColor" stroke="none" textAnchor="middle" className={styles.postmarkRim}>
          <text>
            <textPath href={`#${id}-top`} startOffset="50%" {...fit(word)}>
              {word}
            </textPath>
          </text>
          <text>
            <textPath href={`#${id}-bottom`} startOffset="50%" {...fit(place)}>
              {place}
            </textPath>
          </text>
        </g>
        <g fill="currentColor" stroke="none" textAnchor="middle">
          <text x="50" y="56.400" className={styles.postmarkDate}>
            {date}
          </text>
          <text x="50" y="72.500" className={styles.postmarkTime}>
            {time}
          </text>
          <path d="M50 24.500l1.900 5 5.200.2-4.100 3.300 1.400 5.100-4.400-2.900-4.400 2.900 1.400-5.100-4.100-3.300 5.200-.2z" />
        </g>
      </svg>
    </div>
  )
}
