import { useState } from 'react'
import { Button, Dialog, Failure } from '../../../components/index.js'
import { useToast } from '../../../components/toast/toast.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import { useStartAgain } from '../api.js'
import styles from './contributors.module.css'

/** The way out when somebody does not reveal: a new seal, in public. */
export function StartAgain({ from, can }: { from: string; can: boolean }) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const again = useStartAgain(organization.slug, event.id)
  const say = useToast()
  const [asking, setAsking] = useState(false)
  // Once it is done this part goes from the page, so the word must not hang on it.
  const run = () =>
    again.mutateAsync().then(
      () => say(t('again.done')),
      () => undefined,
    )
  return (
    <div className={styles.again}>
      <p>{t('again.text', { from })}</p>
      {can && (
        <Button variant="quiet" size="small" onClick={() => setAsking(true)}>
          {t('again.do')}
        </Button>
      )}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('again.heading')}
        actions={
          <>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              {t('state.cancel')}
            </Button>
            <Button variant="danger" busy={again.isPending} onClick={() => void run()}>
              {t('again.go')}
            </Button>
          </>
        }
      >
        <p>{t('again.say')}</p>
        <Failure of={again.error} />
      </Dialog>
    </div>
  )
}
