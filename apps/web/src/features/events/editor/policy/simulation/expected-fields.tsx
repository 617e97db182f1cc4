import { type KeyboardEvent, useId } from 'react'
import { Field, FieldError } from '../../../../../components/index.js'
import { useLocale, useText } from '../../../../../lib/i18n/index.js'
import { WholeNumber } from '../../fields/whole-number.js'
import { type Expected, overfullGroups, type Share, shareOf } from './expected.js'
import styles from './expected-fields.module.css'

type Props = { shares: readonly Share[]; expected: Expected; onChange: (expected: Expected) => void }

/** What the organizer expects of the people who will apply; sensible numbers stand there to begin with. */
export function ExpectedFields({ shares, expected, onChange }: Props) {
  const t = useText('policy')
  const id = useId()
  const overfull = overfullGroups(shares, expected)
  const change = (share: Share, value: number) =>
    onChange({ ...expected, shares: { ...expected.shares, [share.key]: Math.min(100, value) } })
  return (
    <div className={styles.expected}>
      <Field label={t('simulation.applicants')}>
        <WholeNumber value={expected.people} onKeyDown={keepFromSaving} onChange={(people) => onChange({ ...expected, people })} />
      </Field>
      {shares.length > 0 && (
        <div role="group" aria-labelledby={id}>
          <p id={id} className={styles.label}>
            {t('simulation.ofHundred')}
          </p>
          <ul className={styles.shares}>
            {shares.map((share) => (
              <ShareField
                key={share.key}
                share={share}
                value={shareOf(expected, share)}
                isOver={overfull.has(share.group)}
                errorId={`${id}-error`}
                onChange={(value) => change(share, value)}
              />
            ))}
          </ul>
          <FieldError id={`${id}-error`} error={overfull.size ? t('simulation.overfull') : undefined} />
        </div>
      )}
    </div>
  )
}

/** Enter in a field of a form sends it, and nothing here is sent. */
const keepFromSaving = (key: KeyboardEvent) => {
  if (key.key === 'Enter') key.preventDefault()
}

type ShareProps = { share: Share; value: number; isOver: boolean; errorId: string; onChange: (value: number) => void }

function ShareField({ share, value, isOver, errorId, onChange }: ShareProps) {
  const id = useId()
  const label = useShareLabel(share)
  return (
    <li>
      <label htmlFor={id}>{label}</label>
      <WholeNumber
        id={id}
        value={value}
        placeholder="0"
        onKeyDown={keepFromSaving}
        aria-invalid={isOver || undefined}
        aria-describedby={isOver ? errorId : undefined}
        onChange={onChange}
      />
    </li>
  )
}

function useShareLabel(share: Share): string {
  const t = useText('policy')
  const locale = useLocale()
  switch (share.kind) {
    case 'answer':
      return t('share.answer', { option: share.option, question: share.question })
    case 'pool':
      return share.name[locale]
    case 'losses':
      return t(`share.losses${share.count}`)
    case 'firstTimers':
      return t('share.firstTimers')
    case 'together':
      return t('share.together', { count: share.count })
  }
}
