import { useEffect, useRef, useState } from 'react'
import { Field, RadioGroup, TextInput } from '../../../../components/index.js'
import { useLocale, useText } from '../../../../lib/i18n/index.js'
import { formatDay, zoneCity } from '../../../../lib/time.js'
import { offsetName, readWallTime, wallTimeOf } from '../../time/wall-time.js'
import styles from './wall-time-field.module.css'

type Props = {
  label: string
  help?: string
  value: string | null
  timeZone: string
  onChange: (instant: string | null) => void
  /** Told while the text stands for no instant. */
  onTrouble: (message: string | null) => void
  error?: string
  disabled?: boolean
  optionalLabel?: string
  /** Says the weekday below; off where several of these stand in one row. */
  spoken?: boolean
}

/** A date and hour as the clock on the venue's wall shows it. Around a change of the clocks it asks instead of guessing. */
export function WallTimeField({ label, help, value, timeZone, onChange, onTrouble, error, disabled, optionalLabel, spoken = true }: Props) {
  const t = useText('console')
  const locale = useLocale()
  const [typed, setTyped] = useState<string | null>(null)
  const wall = typed ?? (value ? wallTimeOf(value, timeZone) : '')
  const read = readWallTime(wall, timeZone)
  const hour = wall.slice(11)

  // What cannot be read goes with its field, and no longer stands in the way of saving.
  const release = useRef(onTrouble)
  useEffect(() => {
    release.current = onTrouble
  })
  useEffect(() => () => release.current(null), [])

  const take = (text: string) => {
    const now = readWallTime(text, timeZone)
    setTyped(now && now.kind !== 'never' ? null : text)
    onTrouble(now?.kind === 'never' ? never(text, now.next) : null)
    if (now?.kind === 'exact') onChange(now.instant)
    if (now?.kind === 'twice') onChange(now.first)
    if (!text) onChange(null)
  }
  const never = (text: string, next: string) => t('editor.time.never', { time: text.slice(11), next: next.slice(11) })

  return (
    <div>
      <Field
        label={label}
        help={help}
        optionalLabel={optionalLabel}
        error={read?.kind === 'never' ? never(wall, read.next) : error}
        cure={
          read?.kind === 'never'
            ? { label: t('editor.time.neverUse', { next: read.next.slice(11) }), apply: () => take(read.next) }
            : undefined
        }
      >
        <TextInput
          type="datetime-local"
          className={styles.input}
          value={wall}
          disabled={disabled}
          onChange={(change) => take(change.target.value)}
        />
      </Field>
      {read?.kind === 'twice' && (
        <div className={styles.fold}>
          <RadioGroup
            label={t('editor.time.twice', { time: hour })}
            value={value === read.second ? 'second' : 'first'}
            onChange={(which) => onChange(which === 'second' ? read.second : read.first)}
            options={[
              { value: 'first', label: t('editor.time.twiceFirst', { offset: offsetName(read.first, timeZone, locale) }) },
              { value: 'second', label: t('editor.time.twiceSecond', { offset: offsetName(read.second, timeZone, locale) }) },
            ]}
          />
        </div>
      )}
      {spoken && value && read && read.kind !== 'never' && (
        <p className={styles.spoken}>
          {t('editor.time.local', { weekday: formatDay(value, timeZone, locale, { year: true }), zone: zoneCity(timeZone) })}
        </p>
      )}
    </div>
  )
}
