import { IconCheck } from '@tabler/icons-react'
import { Icon } from '../../components/index.js'
import { useText } from '../../lib/i18n/index.js'
import type { Step } from './form-plan.js'
import styles from './step-strip.module.css'

type Props = { steps: readonly Step[]; current: Step /** Of the organizer's headings. */; lang: string }

/** The steps as stubs of one ticket. Where there are many, only the one she is on has room for its name. */
export function StepStrip({ steps, current, lang }: Props) {
  const t = useText('apply')
  const at = steps.indexOf(current)
  return (
    <ol className={styles.strip} aria-label={t('steps')} data-many={steps.length > 3 || undefined}>
      {steps.map((step, index) => {
        const heading = step.name === 'questions' ? step.heading : null
        return (
          <li key={index} aria-current={step === current ? 'step' : undefined}>
            {index < at && <Icon of={IconCheck} />}
            <span className={styles.number} aria-hidden>
              {index >= at && index + 1}
            </span>
            <span className={styles.name} lang={heading ? lang : undefined}>
              {heading?.label ?? t(step.name === 'questions' ? 'step.stories' : `step.${step.name}`)}
            </span>
            {index < at && <span className="sr">{t('step.done')}</span>}
          </li>
        )
      })}
    </ol>
  )
}
