import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { Button, StickyBar } from '../../components/index.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import { formatDay, timeLeft } from '../../lib/time.js'
import { useNow } from '../../lib/use-now.js'
import styles from './answer-buttons.module.css'
import { answerInvitation } from './api/personal-page.js'
import type { PersonalProps } from './personal-page.js'
import { Question } from './question.js'

/** Yes or no, both are fine. */
export function AnswerButtons(props: PersonalProps) {
  return (
    <>
      <div className={styles.deskOnly}>
        <Buttons {...props} />
      </div>
      <AnswerNote {...props} />
    </>
  )
}

/** The same two buttons under the thumb. */
export function AnswerBar(props: PersonalProps) {
  return (
    <div className={styles.bar}>
      <StickyBar phoneOnly>
        <Buttons {...props} />
      </StickyBar>
    </div>
  )
}

function Buttons({ token, actions }: PersonalProps) {
  const t = useText('me')
  const [asking, setAsking] = useState(false)
  return (
    <div className={styles.buttons}>
      <Button
        icon={IconCheck}
        busy={actions.busy === 'accept'}
        onClick={() => void actions.change('accept', () => answerInvitation(token, 'accept'))}
      >
        {t('answer.yes')}
      </Button>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        {t('answer.no')}
      </Button>
      <Question
        open={asking}
        onClose={() => setAsking(false)}
        title={t('decline.title')}
        text={t('decline.text')}
        keep={t('decline.keep')}
        go={t('decline.go')}
        busy={actions.busy === 'decline'}
        onGo={() => actions.change('decline', () => answerInvitation(token, 'decline'))}
      />
    </div>
  )
}

function AnswerNote({ me }: PersonalProps) {
  const t = useText('me')
  const locale = useLocale()
  const left = timeLeft(me.invitation?.deadline ?? me.now, useNow(me.now))
  const parts = [
    left.days > 0 && t('left.days', { count: left.days }),
    left.hours > 0 && t('left.hours', { count: left.hours }),
    left.days === 0 && t('left.minutes', { count: left.minutes }),
  ]
  const [first, second] = parts.filter(Boolean)
  const until = me.invitation?.canChangeUntil
  return (
    <p className={`small soft ${styles.note}`}>
      {t('left.sentence', { left: second ? t('left.and', { first: first || '', second }) : first || '' })}{' '}
      {until && t('left.change', { when: formatDay(until, me.event.timeZone, locale, { weekday: 'none' }) })}
    </p>
  )
}
