import { Bars } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import { percent } from '../percent.js'

export type ShareOf = {
  key: string
  name: string /** What kind of thing the name is. */
  note?: string
  applied: number
  confirmed: number
}

/** What applications have in common, drawn to scale and written beside: how many, and which part of them confirmed. */
export function ShareBars({ shares }: { shares: readonly ShareOf[] }) {
  const t = useText('console')
  return (
    <Bars
      aside="words"
      bars={shares.map(({ key, name, note, applied, confirmed }) => ({
        key,
        name: (
          <>
            <bdi>{name}</bdi>
            {note && <small>{note}</small>}
          </>
        ),
        count: applied,
        full: confirmed,
        aside: t('live.confirmedPart', { percent: percent(confirmed, applied) }),
      }))}
    />
  )
}
