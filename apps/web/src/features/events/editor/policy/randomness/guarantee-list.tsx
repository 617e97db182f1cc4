import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react'
import { Icon } from '../../../../../components/index.js'
import { useText } from '../../../../../lib/i18n/index.js'
import { guarantees, keptOf, type Mode } from './guarantees.js'
import styles from './guarantee-list.module.css'

const icons = { yes: IconCheck, partly: IconAlertTriangle, no: IconX }

/** What the chosen randomness promises, and what it cannot, in plain words. */
export function GuaranteeList({ mode }: { mode: Mode }) {
  const t = useText('policy')
  return (
    <div>
      <p className={styles.label}>{t('randomness.promises')}</p>
      <ul className={styles.list}>
        {guarantees[mode].map((guarantee) => (
          <li key={guarantee} data-kept={keptOf(guarantee)}>
            <Icon of={icons[keptOf(guarantee)]} />
            <span>{t(`randomness.${guarantee}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
