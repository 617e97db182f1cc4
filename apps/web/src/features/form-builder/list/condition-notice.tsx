import { IconAlertTriangle } from '@tabler/icons-react'
import { Button, Icon } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import type { BuilderForm } from '../builder-form.js'
import { conditionTrouble } from '../change-questions.js'
import styles from './question-card.module.css'

type Props = { form: BuilderForm; index: number; onMove: (to: number) => void }

/** A condition that can never be met: why, and the ways out. */
export function ConditionNotice({ form, index, onMove }: Props) {
  const t = useText('builder')
  const trouble = conditionTrouble(form.questions, index)
  if (!trouble || form.disabled) return null
  const always = () => form.change(form.questions.map((one, at) => (at === index ? { ...one, showIf: null } : one)))
  return (
    <div className={styles.notice}>
      <Icon of={IconAlertTriangle} />
      <p>
        {trouble.kind === 'gone'
          ? t('trouble.gone')
          : t.rich('trouble.below', {
              question: <q lang={form.language}>{trouble.asked.label || t('card.unnamed')}</q>,
              place: trouble.at + 1,
            })}
      </p>
      <div className={styles.cures}>
        {trouble.kind === 'below' && (
          <Button variant="quiet" size="small" onClick={() => onMove(trouble.at)}>
            {t('trouble.moveBelow')}
          </Button>
        )}
        <Button variant="quiet" size="small" onClick={always}>
          {t('trouble.always')}
        </Button>
      </div>
    </div>
  )
}
