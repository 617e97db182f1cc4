import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Field, TextInput } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import styles from './settings.module.css'

type Props = {
  label: string
  help?: ReactNode
  value: number | undefined
  error: string | undefined
  onChange: (value: number | undefined) => void
  /** Nothing is sent while the field holds what is no number. */
  onTrouble: (message: string | null) => void
  /** After the field: what is counted. */
  unit?: string
  /** It has a value of its own when nobody gives it one. */
  hasUsual?: boolean
}

/** Nothing, or a whole number; the minus may be the one that a phone or a text has. */
const reads = (text: string) => /^([-−]?\d{1,10})?$/.test(text.trim())
const numberOf = (text: string) => (text.trim() === '' ? undefined : Number(text.trim().replace('−', '-')))

/** A whole number that may be left out, below none too. */
export function NumberField({ label, help, value, error, onChange, onTrouble, unit, hasUsual = false }: Props) {
  const t = useText('builder')
  const [typed, setTyped] = useState(String(value ?? ''))
  const [known, setKnown] = useState(value)
  // Changes may be taken back elsewhere; what is being typed is left alone.
  if (value !== known) {
    setKnown(value)
    if (numberOf(typed) !== value) setTyped(String(value ?? ''))
  }
  const isWrong = !reads(typed)
  // What was typed belongs to this field only, so its complaint goes with it.
  const tell = useRef(onTrouble)
  useEffect(() => {
    tell.current = onTrouble
  })
  useEffect(() => () => tell.current(null), [])
  const change = (text: string) => {
    setTyped(text)
    onTrouble(reads(text) ? null : t('number.notWhole'))
    if (reads(text) && !(hasUsual && text.trim() === '')) onChange(numberOf(text))
  }
  return (
    <Field label={label} help={help} error={isWrong ? t('number.notWhole') : error} optionalLabel={hasUsual ? undefined : t('optional')}>
      <span className={styles.measured}>
        <TextInput
          className={styles.narrow}
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          onChange={(event) => change(event.target.value)}
          onBlur={() => !isWrong && setTyped(String(value ?? ''))}
        />
        {unit && <span className={styles.unit}>{unit}</span>}
      </span>
    </Field>
  )
}
