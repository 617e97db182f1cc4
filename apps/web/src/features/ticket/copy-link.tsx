import { IconCheck, IconCopy } from '@tabler/icons-react'
import { Button } from '../../components/index.js'
import { useText } from '../../lib/i18n/index.js'
import { useCopy } from '../../lib/use-copy.js'
import styles from './copy-link.module.css'

/** An address to keep: shown, and copied with one press. */
export function CopyLink({ address, label }: { address: string; label?: string }) {
  const t = useText('common')
  const { copied, copy } = useCopy(address)

  return (
    <div className={styles.copy}>
      <input
        className={styles.address}
        readOnly
        value={address}
        aria-label={label ?? t('copy.label')}
        onFocus={(focus) => focus.target.select()}
      />
      <Button variant="quiet" icon={copied ? IconCheck : IconCopy} onClick={copy}>
        {t(copied ? 'copy.done' : 'copy.do')}
      </Button>
      <output className="sr">{copied && t('copy.done')}</output>
    </div>
  )
}
