import { IconArrowBackUp, IconBan, IconCheck, IconHourglass, IconMail, IconX, type TablerIcon } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import { Link } from 'react-router'
import { paths } from '../../../app/paths.js'
import { PersonName, StateMark } from '../../../components/index.js'
import type { InvitationItem, InvitationState } from '../../../lib/api/types.js'
import { formatNumber, useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { formatMoment } from '../../../lib/time.js'
import { useCurrentEvent } from '../../events/index.js'
import { ExcludeButton } from '../../exclusions/index.js'
import { NamesList } from '../../together/index.js'
import styles from './invitation-row.module.css'

const looks: Record<InvitationState, { icon: TablerIcon; tint: ComponentProps<typeof StateMark>['tint'] }> = {
  pending: { icon: IconMail, tint: 'accent' },
  accepted: { icon: IconCheck, tint: 'done' },
  declined: { icon: IconX, tint: 'plain' },
  lapsed: { icon: IconHourglass, tint: 'plain' },
  revoked: { icon: IconBan, tint: 'danger' },
}

/** One invitation: its place in the order, the person, the answer or until when it is due. */
export function InvitationRow({ item }: { item: InvitationItem }) {
  const t = useText('console')
  const locale = useLocale()
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const moment = (at: string) => formatMoment(at, event.timeZone, locale, { weekday: 'short', month: 'short' })
  const step = ({ pending: 'invited', accepted: 'coming' } as const)[item.state as string]
  return (
    <li className={styles.row}>
      <span className={styles.rank}>
        <span className="sr">{t('invitations.rank')} </span>
        {item.rank === null ? <small className={styles.beside}>{t('picks.beside')}</small> : formatNumber(item.rank)}
      </span>
      <div className={styles.who}>
        <Link to={paths.consoleEventPage(organization.slug, event.id, `applications/${item.applicationId}`)}>
          <PersonName>{item.name}</PersonName>
        </Link>
        <bdi>{item.email}</bdi>
        {item.together.length > 0 && <small>{t.rich('together.with', { names: <NamesList names={item.together} /> })}</small>}
      </div>
      <div className={styles.state}>
        {item.returned ? (
          <StateMark icon={IconArrowBackUp}>{t('step.givenBack')}</StateMark>
        ) : (
          <StateMark icon={looks[item.state].icon} tint={looks[item.state].tint}>
            {t(`invitations.${item.state}`)}
          </StateMark>
        )}
        <small>
          {item.state === 'pending' ? `${t('invitations.deadline')} ${moment(item.deadline)}` : item.answeredAt && moment(item.answeredAt)}
        </small>
      </div>
      <div className={styles.action}>{step && <ExcludeButton person={{ applicationId: item.applicationId, name: item.name, step }} />}</div>
    </li>
  )
}
