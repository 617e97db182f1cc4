import { IconRefresh, IconShare } from '@tabler/icons-react'
import { useState } from 'react'
import { Button, Notice } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import { CopyLink } from '../../ticket/index.js'
import { renewGroupLink } from '../api/together.js'
import type { PersonalProps } from '../personal-page.js'
import styles from './together-section.module.css'

/** The link for the others while there is room: copied, or handed to the phone's own way of sharing. */
export function ShareLink({ me, token, actions }: PersonalProps) {
  const t = useText('me')
  const [renewed, setRenewed] = useState(false)
  const { together, event } = me
  if (!together?.link) return <p>{t('together.full')}</p>
  const { link, free } = together
  const keeps = together.companions.some(({ self, keeper }) => self && keeper)
  const renew = async () => setRenewed(await actions.change('renew', () => renewGroupLink(token)))

  return (
    <div className={styles.share}>
      <p>{t('together.share', { count: free })}</p>
      <CopyLink address={link} label={t('together.link')} />
      <div className={styles.buttons}>
        {'share' in navigator && (
          <Button variant="quiet" size="small" icon={IconShare} onClick={() => void share(event.title, link)}>
            {t('together.send')}
          </Button>
        )}
        {keeps && (
          <Button variant="text" size="small" icon={IconRefresh} busy={actions.busy === 'renew'} onClick={() => void renew()}>
            {t('together.renew')}
          </Button>
        )}
      </div>
      {renewed && (
        <Notice kind="done" live>
          {t('together.renewed')}
        </Notice>
      )}
    </div>
  )
}

/** Whoever closes the phone's sheet without choosing has changed her mind. */
async function share(title: string, url: string): Promise<void> {
  try {
    await navigator.share({ title, url })
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}
