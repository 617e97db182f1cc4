import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { Button } from '../../components/index.js'
import { useText } from '../../lib/i18n/index.js'
import styles from './copy-link.module.css'

/** An address to keep: shown, and copied with one press. */
export function CopyLink({ address, label }: { address: string; label?: string }) {
  const t = useText('common')
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 4000)
    return () => clearTimeout(timer)
  }, [copied])

  return (
    <div className={styles.copy}>
      <input
        className={styles.address}
        readOnly
        value={address}
        aria-label={label ?? t('copy.label')}
        onFocus={(focus) => focus.target.select()}
      />
      <Button
        variant="quiet"
        icon={copied ? IconCheck : IconCopy}
        onClick={() => navigator.clipboard.writeText(address).then(() => setCopied(true))}
      >
        {t(copied ? 'copy.done' : 'copy.do')}
      </Button>
      <output className="sr">{copied && t('copy.done')}</output>
    </div>
  )
}
