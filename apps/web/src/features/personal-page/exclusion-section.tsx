import { type FormEvent, useState } from 'react'
import { Button, Field, Notice, TextArea } from '../../components/index.js'
import type { PersonalPage } from '../../lib/api/types.js'
import { errorsOf } from '../../lib/form-errors.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import { formatMoment } from '../../lib/time.js'
import { appealExclusion } from './api/personal-page.js'
import styles from './exclusion-section.module.css'
import type { PersonalProps } from './personal-page.js'

type Exclusion = NonNullable<PersonalPage['exclusion']>

/** Why the ticket was taken out, the one appeal, and what became of it. Who is back only reads that. */
export function ExclusionSection(props: PersonalProps & { exclusion: Exclusion }) {
  const t = useText('me')
  const locale = useLocale()
  const { me, exclusion } = props
  const { appeal, reason, note, appealUntil } = exclusion
  const moment = (at: string | null) => (at ? formatMoment(at, me.event.timeZone, locale) : '')
  if (appeal?.state === 'granted')
    return (
      <Notice kind="done" className={styles.notice}>
        {t('exclusion.granted', { at: moment(appeal.decidedAt) })}
      </Notice>
    )
  // Who withdrew since, or is in the draw again by another way, has other things to read.
  if (me.step !== 'revoked' && me.step !== 'excluded') return null
  return (
    <section className={styles.exclusion}>
      <h2>{t('exclusion.title')}</h2>
      <p>{t(`exclusion.reason.${reason}`)}</p>
      {note && <Quote>{note}</Quote>}
      {appeal && (
        <>
          <p>{t('exclusion.sent', { at: moment(appeal.at) })}</p>
          <Quote>{appeal.text}</Quote>
          <p>
            {appeal.state === 'open' && t('exclusion.open')}
            {appeal.state === 'refused' && t('exclusion.refused', { at: moment(appeal.decidedAt) })}
            {appeal.state === 'ended' && t('exclusion.ended')}
          </p>
          {appeal.answer && <Quote>{appeal.answer}</Quote>}
        </>
      )}
      {me.can.appeal && (
        <>
          <p>{t('exclusion.how', { until: moment(appealUntil) })}</p>
          <AppealForm {...props} />
        </>
      )}
    </section>
  )
}

const Quote = ({ children }: { children: string }) => (
  <blockquote className={styles.quote}>
    <bdi>{children}</bdi>
  </blockquote>
)

function AppealForm({ token, actions }: PersonalProps) {
  const t = useText('me')
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const refused = actions.problem ? errorsOf(actions.problem.errors)['text'] : undefined

  async function onSubmit(submit: FormEvent) {
    submit.preventDefault()
    setMissing(!text.trim())
    if (text.trim()) await actions.change('appeal', () => appealExclusion(token, text.trim()))
  }

  return (
    <form className={styles.form} noValidate onSubmit={onSubmit}>
      <Field label={t('exclusion.field')} help={t('exclusion.hint')} error={missing ? t('exclusion.missing') : refused?.message} required>
        <TextArea value={text} onChange={(change) => setText(change.target.value)} limit={1000} rows={5} />
      </Field>
      <div>
        <Button type="submit" busy={actions.busy === 'appeal'}>
          {t('exclusion.send')}
        </Button>
      </div>
    </form>
  )
}
