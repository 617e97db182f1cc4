import { givenName } from '../../lib/given-name.js'
import { IconCheck } from '@tabler/icons-react'
import { Link, useNavigate } from 'react-router'
import { paths } from '../../app/paths.js'
import { ButtonLink, HomeMark, OrganizationMark, PersonName } from '../../components/index.js'
import type { ConfirmPage as Page } from '../../lib/api/types.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import { ownTicket, tokenOf } from '../../lib/own-ticket.js'
import { formatMoment } from '../../lib/time.js'
import { HostNote } from '../event-parts/index.js'
import { confirmApplication } from './confirm-application.js'
import styles from './confirm-page.module.css'
import { Frame } from './frame.js'
import { PressButton } from './press-button.js'

type Props = { token: string; page: Page }

/** Opened from a mail: nothing has happened yet, one press does it. Mail programs that open links must not confirm anything. */
export function ConfirmPage({ token, page: { event, name, state } }: Props) {
  const t = useText('me')
  const locale = useLocale()
  const given = <PersonName>{givenName(name ?? '')}</PersonName>

  if (!event || state === 'unknown')
    return (
      <Frame mark={<HomeMark />}>
        <h1>{t('confirm.unknown.title')}</h1>
        <p className="lede">{t('confirm.unknown.text')}</p>
        <ButtonLink to={paths.lostLink()} variant="quiet">
          {t('lost.go')}
        </ButtonLink>
      </Frame>
    )

  const mark = <OrganizationMark organization={event.organization} />
  const values = { event: event.title, closes: formatMoment(event.closesAt, event.timeZone, locale) }
  const toEvent = (
    <ButtonLink to={paths.event(event.organization.slug, event.slug)} variant="quiet">
      {t('confirm.event')}
    </ButtonLink>
  )
  if (state !== 'open') {
    const key = state === 'confirmed' ? 'confirm.done' : 'confirm.tooLate'
    return (
      <Frame mark={mark}>
        <p className="eyebrow">{event.title}</p>
        <h1>{t.rich(`${key}.title`, { ...values, name: given })}</h1>
        <p className="lede">{t(`${key}.text`, values)}</p>
        {toEvent}
        <p className="small soft">
          <Link to={paths.lostLink()}>{t('lost.go')}</Link>
        </p>
      </Frame>
    )
  }
  return (
    <Frame mark={mark}>
      <p className="eyebrow">{t('confirm.eyebrow', values)}</p>
      <h1>{t.rich('confirm.title', { ...values, name: given })}</h1>
      <HostNote event={event}>{t.rich('confirm.text', { ...values, strong: (words) => <strong>{words}</strong> })}</HostNote>
      <ConfirmButton token={token} eventId={event.id} />
      <p className={`small soft ${styles.note}`}>{t('confirm.not')}</p>
    </Frame>
  )
}

function ConfirmButton({ token, eventId }: { token: string; eventId: string }) {
  const t = useText('me')
  const navigate = useNavigate()
  const confirm = async () => {
    const { personalUrl } = await confirmApplication(token, ownTicket(eventId)?.personalToken)
    await navigate(paths.me(tokenOf(personalUrl)), { replace: true })
  }
  return <PressButton label={t('confirm.go')} icon={IconCheck} onPress={confirm} />
}
