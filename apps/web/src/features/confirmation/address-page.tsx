import { IconCheck } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../app/paths.js'
import { ButtonLink, HomeMark, OrganizationMark } from '../../components/index.js'
import type { AddressPage as Page, PublicEvent } from '../../lib/api/types.js'
import { useText } from '../../lib/i18n/index.js'
import { tokenOf } from '../../lib/own-ticket.js'
import { HostNote } from '../event-parts/index.js'
import { answerAddressChange } from './answer-address-change.js'
import styles from './confirm-page.module.css'
import { Frame } from './frame.js'
import { PressButton } from './press-button.js'

type Props = { token: string; page: Page }

/** Behind the links of the two mails about a new address: the new one proves itself, the old one agrees. Opening it changes nothing. */
export function AddressPage({ token, page }: Props) {
  const t = useText('me')
  const [answered, setAnswered] = useState<'waiting' | 'done' | null>(null)
  const { event, email } = page
  const state = answered ?? page.state
  if (!event || email === null || state === 'unknown' || state === 'over') {
    const key = state === 'over' ? 'address.over' : 'confirm.unknown'
    return (
      <Frame mark={event ? <OrganizationMark organization={event.organization} /> : <HomeMark />}>
        {event && <p className="eyebrow">{event.title}</p>}
        <h1>{t(`${key}.title`)}</h1>
        <p className="lede">{t(`${key}.text`)}</p>
        <ButtonLink to={paths.lostLink()} variant="quiet">
          {t('lost.go')}
        </ButtonLink>
      </Frame>
    )
  }

  const values = { event: event.title, email: <b className={styles.address}>{email}</b>, strong: emphasis }
  if (state === 'open')
    return (
      <Frame mark={<OrganizationMark organization={event.organization} />}>
        <p className="eyebrow">{event.title}</p>
        <h1>{t(`address.${page.role}.title`)}</h1>
        <HostNote event={event}>{t.rich(`address.${page.role}.text`, values)}</HostNote>
        <YesButton token={token} page={page} onAnswered={setAnswered} />
        <p className={`small soft ${styles.note}`}>{t(`address.${page.role}.not`)}</p>
      </Frame>
    )
  const key = state === 'done' ? 'address.done' : page.role === 'prove' ? 'address.waitsForOld' : 'address.waitsForNew'
  return (
    <Frame mark={<OrganizationMark organization={event.organization} />}>
      <p className="eyebrow">{event.title}</p>
      <h1>{t(`${key}.title`)}</h1>
      <p className="lede" role="status">
        {t.rich(`${key}.text`, values)}
      </p>
      <ToEvent event={event} />
    </Frame>
  )
}

const emphasis = (words: ReactNode) => <strong>{words}</strong>

function YesButton({ token, page, onAnswered }: Props & { onAnswered: (state: 'waiting' | 'done') => void }) {
  const t = useText('me')
  const navigate = useNavigate()
  const answer = async () => {
    const { state, personalUrl } = await answerAddressChange(token)
    if (personalUrl) await navigate(paths.me(tokenOf(personalUrl)), { replace: true })
    else onAnswered(state)
  }
  return <PressButton label={t(`address.${page.role}.go`)} icon={IconCheck} onPress={answer} />
}

function ToEvent({ event }: { event: PublicEvent }) {
  const t = useText('me')
  return (
    <ButtonLink to={paths.event(event.organization.slug, event.slug)} variant="quiet">
      {t('confirm.event')}
    </ButtonLink>
  )
}
