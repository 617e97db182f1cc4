import { useState } from 'react'
import { useText } from '../../../lib/i18n/index.js'
import { forgetOwnTicket } from '../../../lib/own-ticket.js'
import type { PersonalProps } from '../personal-page.js'
import { forgetPage } from './kept-page.js'

/** For whoever opened her page on a device that others use. */
export function ForgetButton({ token, me }: PersonalProps) {
  const t = useText('me')
  const [done, setDone] = useState(false)
  const forget = () => {
    forgetPage(token)
    forgetOwnTicket(me.event.id)
    setDone(true)
  }
  if (done) return <span role="status">{t('forget.done')}</span>
  return (
    <button type="button" onClick={forget}>
      {t('forget.go')}
    </button>
  )
}
