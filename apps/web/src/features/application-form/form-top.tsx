import { IconCheck } from '@tabler/icons-react'
import { Link } from 'react-router'
import { paths } from '../../app/paths.js'
import { Icon, LanguageSwitch } from '../../components/index.js'
import type { PublicEvent } from '../../lib/api/types.js'
import { useText } from '../../lib/i18n/index.js'
import type { Step } from './form-plan.js'
import styles from './form-top.module.css'
import { StepStrip } from './step-strip.js'
import type { Saving } from './use-draft.js'

type Props = { event: PublicEvent; steps: readonly Step[]; step: Step; saving: Saving }

/** Stays in sight: where one came from, whether it is kept, and how far it is. */
export function FormTop({ event, steps, step, saving }: Props) {
  const t = useText('apply')
  return (
    <header className={styles.top}>
      <div className="wrap">
        <div className={styles.row}>
          <Link to={paths.event(event.organization.slug, event.slug)} className={styles.event} lang={event.locale}>
            {event.title}
          </Link>
          <output className={styles.saving}>
            {saving === 'saved' && (
              <>
                <Icon of={IconCheck} />
                <span className={step.name === 'you' ? styles.long : undefined}>{t('saving.saved')}</span>
                {step.name === 'you' && (
                  <span className={styles.short} aria-hidden>
                    {t('saving.short')}
                  </span>
                )}
              </>
            )}
          </output>
          <span className={step.name === 'you' ? undefined : styles.deskOnly}>
            <LanguageSwitch />
          </span>
        </div>
        <StepStrip steps={steps} current={step} lang={event.locale} />
      </div>
    </header>
  )
}
