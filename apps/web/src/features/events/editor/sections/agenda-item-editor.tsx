import { IconTrash } from '@tabler/icons-react'
import { Button, Field, TextInput } from '../../../../components/index.js'
import type { AgendaInput } from '../../../../lib/api/types.js'
import { useText } from '../../../../lib/i18n/index.js'
import { WallTimeField } from '../fields/wall-time-field.js'
import styles from './list-item.module.css'

type Props = {
  item: AgendaInput
  number: number
  timeZone: string
  errors: Readonly<Record<string, string>>
  path: string
  disabled: boolean
  onChange: (change: Partial<AgendaInput>) => void
  onTrouble: (field: string, message: string | null) => void
  onRemove: () => void
}

export function AgendaItemEditor({ item, number, timeZone, errors, path, disabled, onChange, onTrouble, onRemove }: Props) {
  const t = useText('console')
  const name = item.title || t('editor.item.number', { number })
  const optional = t('state.optional')
  return (
    <li>
      <fieldset disabled={disabled} className={styles.question}>
        <legend className={styles.number}>{t('editor.item.number', { number })}</legend>
        <div className={styles.tools}>
          <Button variant="text" size="small" icon={IconTrash} onClick={onRemove} aria-label={t('editor.item.removeOf', { title: name })}>
            {t('editor.item.remove')}
          </Button>
        </div>
        <Field label={t('editor.item.title')} error={errors[`${path}.title`]} required>
          <TextInput
            data-title
            value={item.title}
            onChange={(change) => onChange({ title: change.target.value })}
            maxLength={120}
            autoComplete="off"
          />
        </Field>
        <div className={styles.pair}>
          <WallTimeField
            label={t('editor.item.startsAt')}
            value={item.startsAt}
            timeZone={timeZone}
            spoken={false}
            onChange={(instant) => instant && onChange({ startsAt: instant })}
            onTrouble={(message) => onTrouble('startsAt', message)}
            error={errors[`${path}.startsAt`]}
            disabled={disabled}
          />
          <WallTimeField
            label={t('editor.item.endsAt')}
            optionalLabel={optional}
            value={item.endsAt}
            timeZone={timeZone}
            spoken={false}
            onChange={(instant) => onChange({ endsAt: instant })}
            onTrouble={(message) => onTrouble('endsAt', message)}
            error={errors[`${path}.endsAt`]}
            disabled={disabled}
          />
          <Field label={t('editor.item.place')} optionalLabel={optional} error={errors[`${path}.place`]}>
            <TextInput
              value={item.place ?? ''}
              onChange={(change) => onChange({ place: change.target.value || null })}
              maxLength={120}
              autoComplete="off"
            />
          </Field>
          <Field label={t('editor.item.speaker')} optionalLabel={optional} error={errors[`${path}.speaker`]}>
            <TextInput
              value={item.speaker ?? ''}
              onChange={(change) => onChange({ speaker: change.target.value || null })}
              maxLength={120}
              autoComplete="off"
            />
          </Field>
        </div>
        <Field label={t('editor.item.note')} optionalLabel={optional} error={errors[`${path}.note`]}>
          <TextInput
            value={item.note ?? ''}
            onChange={(change) => onChange({ note: change.target.value || null })}
            maxLength={500}
            autoComplete="off"
          />
        </Field>
      </fieldset>
    </li>
  )
}
