import { useState } from 'react'
import { useText } from '../../../lib/i18n/index.js'
import { withdraw } from '../api/personal-page.js'
import type { PersonalProps } from '../personal-page.js'
import { Question } from '../question.js'

/** The way out: one press while it can be undone, a question where it cannot. */
export function WithdrawLink({ token, me, actions }: PersonalProps) {
  const t = useText('me')
  const [asking, setAsking] = useState(false)
  const leave = () => actions.change('withdraw', () => withdraw(token))
  if (canBeUndone(me))
    return (
      <button type="button" aria-busy={actions.busy === 'withdraw'} onClick={() => void leave()}>
        {t('withdraw.link')}
      </button>
    )
  return (
    <>
      <button type="button" onClick={() => setAsking(true)}>
        {t('withdraw.link')}
      </button>
      <Question
        open={asking}
        onClose={() => setAsking(false)}
        title={t('withdraw.title')}
        text={t(me.draw ? 'withdraw.textSealed' : 'withdraw.text')}
        keep={t('withdraw.keep')}
        go={t('withdraw.go')}
        busy={actions.busy === 'withdraw'}
        onGo={leave}
      />
    </>
  )
}

/** Until applications close a withdrawal can be taken back. */
const canBeUndone = ({ now, event: { closesAt } }: PersonalProps['me']) => new Date(now) < new Date(closesAt)
