import { useState } from 'react'
import { Button, Checkbox, Failure, Field, Select } from '../../../components/index.js'
import type { ApplicationImportDetail, ImportPlan, Question } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import type { useImportActs } from '../api.js'
import { guessPlan } from '../guess-plan.js'
import styles from './imports.module.css'

type Props = {
  brought: ApplicationImportDetail
  questions: readonly Question[]
  acts: ReturnType<typeof useImportActs>
  /** Whether the columns are others than those that the rows were looked at with. */
  onChanged: (changed: boolean) => void
}

/** What each column holds: guessed from its name, to be put right by hand, with what stands in the first rows beside it. */
export function PlanForm({ brought, questions, acts, onChanged }: Props) {
  const t = useText('console')
  const locale = useLocale()
  const { columns, sample } = brought.reading
  const [plan, setPlan] = useState<ImportPlan>(() => brought.plan ?? guessPlan(columns, sample, questions, locale))
  const asked = questions.filter(({ type }) => type !== 'heading' && type !== 'file')
  const change = (changes: Partial<ImportPlan>) => {
    setPlan({ ...plan, ...changes })
    onChanged(true)
  }
  const answer = (id: string, column: number | null) => {
    const { [id]: _, ...others } = plan.answers
    change({ answers: column === null ? others : { ...others, [id]: column } })
  }
  return (
    <form
      className={styles.plan}
      onSubmit={(submit) => {
        submit.preventDefault()
        acts.plan.mutate(plan, { onSuccess: () => onChanged(false) })
      }}
    >
      <h2 className={styles.heading}>{t('imports.columns')}</h2>
      <p className="small soft">{t('imports.columnsHelp')}</p>
      <div className={styles.fields}>
        <ColumnField
          label={t('imports.name')}
          reading={brought.reading}
          value={plan.name}
          onChange={(name) => change({ name: name ?? 0 })}
          needed
        />
        <ColumnField
          label={t('imports.email')}
          reading={brought.reading}
          value={plan.email}
          onChange={(email) => change({ email: email ?? 0 })}
          needed
        />
        <ColumnField
          label={t('imports.handle')}
          reading={brought.reading}
          value={plan.handle ?? null}
          onChange={(handle) => change({ handle })}
        />
        {asked.map(({ id, label, required }) => (
          <ColumnField
            key={id}
            label={label}
            reading={brought.reading}
            value={plan.answers[id] ?? null}
            onChange={(column) => answer(id, column)}
            wanted={required && !plan.forgiveMissing}
          />
        ))}
      </div>
      <div className={styles.fields}>
        <Field label={t('imports.locale')}>
          <Select value={plan.locale} onChange={({ target }) => change({ locale: target.value as ImportPlan['locale'] })}>
            <option value="nl">Nederlands</option>
            <option value="en">English</option>
          </Select>
        </Field>
        {asked.some(({ type }) => type === 'date') && (
          <Field label={t('imports.dateOrder')}>
            <Select value={plan.dateOrder} onChange={({ target }) => change({ dateOrder: target.value as ImportPlan['dateOrder'] })}>
              {(['day-month-year', 'month-day-year', 'year-month-day'] as const).map((order) => (
                <option key={order} value={order}>
                  {t(`imports.dates.${order}`)}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      <Checkbox
        label={t('imports.forgive')}
        help={t('imports.forgiveHelp')}
        checked={plan.forgiveMissing}
        onChange={({ target }) => change({ forgiveMissing: target.checked })}
      />
      <Failure of={acts.plan.error} />
      <Button type="submit" variant={brought.state === 'checked' ? 'quiet' : undefined} busy={acts.plan.isPending}>
        {t(brought.state === 'checked' ? 'imports.checkAgain' : 'imports.check')}
      </Button>
    </form>
  )
}

type ColumnProps = {
  label: string
  reading: ApplicationImportDetail['reading']
  value: number | null
  onChange: (column: number | null) => void
  /** There must be a column for it. */
  needed?: boolean
  /** A row without it is not taken in. */
  wanted?: boolean
}

function ColumnField({ label, reading: { columns, sample }, value, onChange, needed = false, wanted = false }: ColumnProps) {
  const t = useText('console')
  const seen = value === null ? [] : sample.map((row) => row[value] ?? '').filter((text) => text !== '')
  const empty = value === null ? (wanted ? 'imports.missing' : 'imports.leftEmpty') : 'imports.noSample'
  return (
    <Field label={<bdi>{label}</bdi>} help={seen.length > 0 ? <bdi className={styles.seen}>{seen.slice(0, 3).join(' · ')}</bdi> : t(empty)}>
      <Select value={value ?? ''} onChange={({ target }) => onChange(target.value === '' ? null : Number(target.value))}>
        {!needed && <option value="">{t('imports.noColumn')}</option>}
        {[...columns.entries()].map(([index, column]) => (
          <option key={index} value={index}>
            {column || t('imports.unnamed', { number: index + 1 })}
          </option>
        ))}
      </Select>
    </Field>
  )
}
