import { givenName } from '../../lib/given-name.js'
import { IconCheck } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../app/paths.js'
import { Button, ButtonLink, HomeMark, Notice, OrganizationMark, PageHeader, PersonName } from '../../components/index.js'
import { isOffline, Problem } from '../../lib/api/problem.js'
import type { ConfirmPage as Page } from '../../lib/api/types.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import { ownTicket, tokenOf } from '../../lib/own-ticket.js'
import { formatMoment } from '../../lib/time.js'
import { HostNote } from '../event-parts/index.js'
import { confirmApplication } from './confirm-application.js'
import styles from './confirm-page.module.css'

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
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function confirm() {
    setBusy(true)
    setProblem(null)
    try {
      const { personalUrl } = await confirmApplication(token, ownTicket(eventId)?.personalToken)
      await navigate(paths.me(tokenOf(personalUrl)), { replace: true })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setProblem(error)
      setBusy(false)
    }
  }

  return (
    <div className={styles.confirm}>
      <Button icon={IconCheck} busy={busy} onClick={() => void confirm()}>
        {t('confirm.go')}
      </Button>
      {problem && (
        <Notice kind={isOffline(problem) ? 'attention' : 'error'} live>
          {isOffline(problem) ? t('problem.offline') : problem.status < 500 && problem.title ? problem.title : t('problem.broken')}
        </Notice>
      )}
    </div>
  )
}

const Frame = ({ mark, children }: { mark: ReactNode; children: ReactNode }) => (
  <>
    <PageHeader mark={mark} />
    <main id="main" className={`wrap ${styles.page}`}>
      {children}
    </main>
  </>
)
