import { IconArrowRight } from '@tabler/icons-react'
import { Button, StickyBar } from '../../components/index.js'
import { useText } from '../../lib/i18n/index.js'
import styles from './form-buttons.module.css'
import type { Step } from './form-plan.js'

type Props = { formId: string; steps: readonly Step[]; step: Step; sending: boolean; onBack: (step: Step) => void }

/** Back and on, under the thumb. */
export function FormButtons({ formId, steps, step, sending, onBack }: Props) {
  const t = useText('apply')
  const common = useText('common')
  const at = steps.indexOf(step)
  const previous = steps[at - 1]
  const isLast = step.name === 'send'
  const forward = isLast ? 'forward.send' : steps[at + 1]?.name === 'send' ? 'forward.last' : 'forward.next'
  return (
    <StickyBar>
      <div className={`wrap ${styles.buttons}`}>
        {previous && (
          <Button variant="quiet" onClick={() => onBack(previous)}>
            {common('back')}
          </Button>
        )}
        <Button type="submit" form={formId} className={styles.forward} busy={sending} iconAfter={isLast ? undefined : IconArrowRight}>
          {t(sending ? 'sending' : forward)}
        </Button>
      </div>
    </StickyBar>
  )
}
