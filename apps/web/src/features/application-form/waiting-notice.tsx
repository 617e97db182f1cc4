import { Button, Notice } from '../../components/index.js'
import { useText } from '../../lib/i18n/index.js'
import type { Waiting } from './use-submission.js'

/** What is going on while the application is tried again. The seconds are for the eye: read out, they would drown out everything else. */
export function WaitingNotice({ waiting: { reason, seconds, tryNow } }: { waiting: Waiting }) {
  const t = useText('apply')
  return (
    <Notice
      kind="attention"
      title={t(`waiting.${reason}.title`)}
      action={
        <Button variant="quiet" onClick={tryNow}>
          {t('waiting.now')}
        </Button>
      }
      live
    >
      {t(`waiting.${reason}.text`)} <span aria-hidden="true">{t('waiting.again', { count: seconds })}</span> {t('waiting.equal')}
    </Notice>
  )
}
