import { IconCheck, IconLoader } from '@tabler/icons-react'
import { Link } from 'react-router'
import { paths } from '../../app/paths.js'
import { Icon, LanguageSwitch } from '../../components/index.js'
import type { PublicEvent } from '../../lib/api/types.js'
import { useText } from '../../lib/i18n/index.js'
import type { StepName } from './check-step.js'
import styles from './form-top.module.css'
import { StepStrip } from './step-strip.js'
import type { Saving } from './use-draft.js'

type Props = { event: PublicEvent; step: StepName; saving: Saving }

/** Stays in sight: where one came from, whether it is kept, and how far it is. */
export function FormTop({ event, step, saving }: Props) {
  return (
    <header className={styles.top}>
      <div className="wrap">
        <div className={styles.row}>
          <Link to={paths.event(event.organization.slug, event.slug)} className={styles.event} lang={event.locale}>
            {event.title}
          </Link>
          <SavingMark saving={saving} />
          <span className={step === 'you' ? undefined : styles.deskOnly}>
            <LanguageSwitch />
          </span>
        </div>
        <StepStrip current={step} />
      </div>
    </header>
  )
}

function SavingMark({ saving }: { saving: Saving }) {
  const t = useText('apply')
  return (
    <output className={styles.saving}>
      {saving === 'saving' && <Icon of={IconLoader} />}
      {saving === 'saved' && <Icon of={IconCheck} />}
      {(saving === 'saving' || saving === 'saved') && t(`saving.${saving}`)}
    </output>
  )
}
