import { IconWorld } from '@tabler/icons-react'
import { useState } from 'react'
import { switchLocale, useLocale, useText } from '../../lib/i18n/index.js'
import { Icon } from '../icon/icon.js'
import styles from './language-switch.module.css'

/** Two languages need no menu: one press shows the page in the other one. */
export function LanguageSwitch() {
  const t = useText('common')
  const locale = useLocale()
  const [switching, setSwitching] = useState(false)
  const other = locale === 'en' ? 'nl' : 'en'

  const onClick = async () => {
    setSwitching(true)
    await switchLocale(other).finally(() => setSwitching(false))
  }

  return (
    <button type="button" className={styles.switch} onClick={onClick} aria-busy={switching || undefined} aria-label={t('language.switch')}>
      <Icon of={IconWorld} />
      {locale.toUpperCase()}
    </button>
  )
}
