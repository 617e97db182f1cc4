import { IconCheck } from '@tabler/icons-react'
import { Icon } from '../../components/index.js'
import { useText } from '../../lib/i18n/index.js'
import { type StepName, steps } from './check-step.js'
import styles from './step-strip.module.css'

/** The three steps as stubs of one ticket. */
export function StepStrip({ current }: { current: StepName }) {
  const t = useText('apply')
  const at = steps.indexOf(current)
  return (
    <ol className={styles.strip} aria-label={t('steps')}>
      {steps.map((step, index) => (
        <li key={step} aria-current={step === current ? 'step' : undefined}>
          {index < at && <Icon of={IconCheck} />}
          {t(`step.${step}`)}
          {index < at && <span className="sr">{t('step.done')}</span>}
        </li>
      ))}
    </ol>
  )
}
