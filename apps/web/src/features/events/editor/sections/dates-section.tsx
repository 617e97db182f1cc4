import { IconLock } from '@tabler/icons-react'
import { Field, Icon } from '../../../../components/index.js'
import { useLocale, useText } from '../../../../lib/i18n/index.js'
import { formatDay } from '../../../../lib/time.js'
import { WallTimeField } from '../fields/wall-time-field.js'
import { WholeNumber } from '../fields/whole-number.js'
import { ZoneField } from '../fields/zone-field.js'
import type { Editor } from '../use-editor.js'
import styles from './section.module.css'

type TimeName = 'startsAt' | 'endsAt' | 'opensAt' | 'closesAt' | 'answerBy'

export function DatesSection({ editor }: { editor: Editor }) {
  const t = useText('console')
  const { values, set, errors, isLocked } = editor
  const time = (name: TimeName, help?: string) => (
    <WallTimeField
      key={`${name}-${values.timeZone}`}
      label={t(`editor.fields.${name}`)}
      help={help}
      value={values[name]}
      timeZone={values.timeZone}
      onChange={(instant) => set({ [name]: instant })}
      onTrouble={(message) => editor.trouble(name, message)}
      error={errors[name]}
      disabled={isLocked(name)}
    />
  )
  return (
    <>
      {isLocked('opensAt') && <Locked editor={editor} />}
      <div className={styles.group}>
        <ZoneField
          value={values.timeZone}
          onChange={(timeZone) => set({ timeZone })}
          error={errors.timeZone}
          disabled={isLocked('timeZone')}
        />
        <div className={styles.pair}>
          {time('startsAt')}
          {time('endsAt')}
        </div>
        <Field label={t('editor.fields.capacity')} help={t('editor.fields.capacityHint')} error={errors.capacity}>
          <WholeNumber value={values.capacity} onChange={(capacity) => set({ capacity })} disabled={isLocked('capacity')} />
        </Field>
      </div>
      <div className={styles.group}>
        <h3>{t('editor.applyHeading')}</h3>
        <div className={styles.pair}>
          {time('opensAt')}
          {time('closesAt')}
        </div>
        <p className={styles.note}>{t('editor.fields.closesAtHint')}</p>
        {time('answerBy', t('editor.fields.answerByHint'))}
        <Field label={t('editor.fields.promotionHours')} help={t('editor.fields.promotionHoursHint')} error={errors.promotionHours}>
          <WholeNumber
            value={values.promotionHours}
            onChange={(promotionHours) => set({ promotionHours })}
            disabled={isLocked('promotionHours')}
          />
        </Field>
      </div>
    </>
  )
}

function Locked({ editor: { event } }: { editor: Editor }) {
  const t = useText('console')
  const locale = useLocale()
  return (
    <p className={styles.locked}>
      <Icon of={IconLock} />
      {event.opensAt && t('editor.lock', { date: formatDay(event.opensAt, event.timeZone, locale, { year: true }) })}
    </p>
  )
}
