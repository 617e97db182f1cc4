import type { CSSProperties } from 'react'
import type { StampMark } from '../../lib/api/types.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import { classNames } from '../class-names.js'
import { BoxStamp, Postmark, RankStamp } from './stamp.js'
import styles from './stamp-field.module.css'
import { type StampContext, stampWords } from './stamp-words.js'

type Props = {
  stamps: readonly StampMark[]
  timeZone: string
  city: string /** Lets the newest one land; off when the page was already like this. */
  landing?: boolean
  className?: string
}

type Place = { className: string | undefined; turn: number }

const places: Record<StampMark['kind'], Place> = {
  received: { className: styles.received, turn: -14 },
  confirmed: { className: styles.confirmed, turn: 4 },
  entered: { className: styles.entered, turn: -3 },
  rank: { className: styles.rank, turn: 9 },
  invited: { className: styles.invited, turn: 4 },
  coming: { className: styles.coming, turn: -4 },
  checkedIn: { className: undefined, turn: -7 },
  passedOn: { className: undefined, turn: -4 },
  withdrawn: { className: undefined, turn: -6 },
}

/** The stamps of a tall ticket in their places, the newest one largest. One text reads them in order. */
export function StampField({ stamps, timeZone, city, landing = false, className }: Props) {
  const t = useText('common')
  const locale = useLocale()
  const context: StampContext = { t, locale, timeZone, city }
  const newest = stamps.at(-1)
  return (
    <>
      <p className="sr">{readStamps(stamps, context)}</p>
      <div className={classNames(styles.field, className)} aria-hidden="true">
        {stamps.map((mark) => (
          <PlacedStamp key={mark.kind} mark={mark} newest={mark === newest} landing={landing && mark === newest} context={context} />
        ))}
      </div>
    </>
  )
}

function PlacedStamp({ mark, newest, landing, context }: { mark: StampMark; newest: boolean; landing: boolean; context: StampContext }) {
  const words = stampWords(mark, context)
  const big = newest && words.shape === 'box' && mark.kind !== 'confirmed' && mark.kind !== 'entered'
  const place = big ? { className: styles.newest, turn: -7 } : places[mark.kind]
  const common = { ...place, landing, style: undefined as CSSProperties | undefined }
  switch (words.shape) {
    case 'postmark':
      return <Postmark {...common} word={words.word} place={words.place} date={words.date} time={words.time} />
    case 'round':
      return <RankStamp {...common} word={words.word} rank={words.rank} of={words.of} />
    case 'box':
      return <BoxStamp {...common} word={words.word} fact={big ? words.fact : (words.past ?? words.fact)} big={big} />
  }
}

/** The whole field as one sentence, in the order the stamps were given. */
function readStamps(stamps: readonly StampMark[], context: StampContext): string {
  const spoken = stamps.map((mark) => {
    const words = stampWords(mark, context)
    return words.shape === 'round' ? `${words.word} ${words.rank} ${words.of}` : `${words.word}, ${words.fact}`
  })
  return `${context.t('stamp.field')}: ${spoken.join('; ')}`
}
