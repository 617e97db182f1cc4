import { IconArrowBackUp, IconArrowRight, IconMail } from '@tabler/icons-react'
import { useState } from 'react'
import { paths } from '../../app/paths.js'
import { Button, ButtonLink, Notice } from '../../components/index.js'
import { useText } from '../../lib/i18n/index.js'
import { rejoin, resendConfirmation } from './api/personal-page.js'
import { isAfterwards } from './moments.js'
import type { PersonalProps } from './personal-page.js'
import styles from './step-actions.module.css'

/** What can be done while waiting: ask for the mail again, look at the draw, take part after all. */
export function StepActions({ token, me, since, actions }: PersonalProps) {
  const t = useText('me')
  const [sent, setSent] = useState(false)
  const { event, can } = me
  const showsDraw = me.draw !== null && !since && !can.answer && me.step !== 'cancelled' && !isAfterwards(me)
  if (!can.resendConfirmation && !can.rejoin && !showsDraw) return null

  async function resend() {
    const done = await actions.run('resend', () => resendConfirmation(token).then(() => true))
    setSent(done === true)
  }

  return (
    <div className={styles.actions}>
      {can.rejoin && (
        <Button icon={IconArrowBackUp} busy={actions.busy === 'rejoin'} onClick={() => void actions.change('rejoin', () => rejoin(token))}>
          {t('undo.rejoin')}
        </Button>
      )}
      {can.resendConfirmation &&
        (sent ? (
          <Notice kind="done" live>
            {t('resend.done', { email: me.email })}
          </Notice>
        ) : (
          <Button variant="quiet" icon={IconMail} busy={actions.busy === 'resend'} onClick={() => void resend()}>
            {t('resend.do')}
          </Button>
        ))}
      {showsDraw && (
        <ButtonLink
          variant="quiet"
          to={`${paths.draw(event.organization.slug, event.slug)}?ticket=${me.ticket.number}`}
          iconAfter={IconArrowRight}
        >
          {t(me.draw?.drawnAt ? 'draw.find' : 'draw.look')}
        </ButtonLink>
      )}
    </div>
  )
}
