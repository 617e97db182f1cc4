import { Checkbox, Fact, Facts, PersonName } from '../../../components/index.js'
import type { PublicEvent } from '../../../lib/api/types.js'
import type { FormErrors } from '../../../lib/form-errors.js'
import { useText } from '../../../lib/i18n/index.js'
import type { StepName } from '../check-step.js'
import type { Draft } from '../draft.js'
import styles from './step-send.module.css'

type Props = {
  event: PublicEvent
  draft: Draft
  consent: boolean
  errors: FormErrors
  onConsent: (consent: boolean) => void
  onEdit: (step: StepName) => void
}

/** All of it once more, and the yes without which nothing may be kept. */
export function StepSend({ event, draft, consent, errors, onConsent, onEdit }: Props) {
  const t = useText('apply')
  const lang = event.locale
  return (
    <>
      <section>
        <SummaryHead title={t('step.you')} onEdit={() => onEdit('you')} />
        <Facts>
          <Fact name={t('name.short')}>
            <PersonName>{draft.name}</PersonName>
          </Fact>
          <Fact name={t('email.short')}>{draft.email}</Fact>
        </Facts>
      </section>
      <section>
        <SummaryHead title={t('step.stories')} onEdit={() => onEdit('stories')} />
        <Facts className={styles.answers}>
          <Fact name={t('handle.short')}>
            {draft.handle ? <bdi>{draft.handle}</bdi> : <span className="faint">{t('summary.none')}</span>}
          </Fact>
          {event.questions.map(({ id, label }) => (
            <Fact key={id} name={<span lang={lang}>{label}</span>}>
              {draft.answers[id]?.length ? (
                <span className={styles.answer}>{[draft.answers[id]].flat().join(', ')}</span>
              ) : (
                <span className="faint">{t('summary.none')}</span>
              )}
            </Fact>
          ))}
        </Facts>
      </section>
      <Checkbox
        label={t('consent.apply-1', { organization: event.organization.name, event: event.title })}
        help={t('consent.help')}
        error={errors.consent?.message}
        checked={consent}
        onChange={(change) => onConsent(change.target.checked)}
        path="consent"
      />
    </>
  )
}

function SummaryHead({ title, onEdit }: { title: string; onEdit: () => void }) {
  const t = useText('apply')
  return (
    <div className={styles.head}>
      <h2>{title}</h2>
      <button type="button" onClick={onEdit}>
        {t('summary.change')}
        <span className="sr">: {title}</span>
      </button>
    </div>
  )
}
