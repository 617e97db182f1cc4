import {
  IconArrowRight,
  IconCheck,
  IconCopy,
  IconDoor,
  IconPencil,
  IconShieldCheck,
  IconSpeakerphone,
  IconStars,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { may } from '#permissions'
import { paths } from '../../../app/paths.js'
import { Button, ButtonLink, Ticket } from '../../../components/index.js'
import type { EventHome } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { formatMoment } from '../../../lib/time.js'
import { useCopy } from '../../../lib/use-copy.js'
import { useDuplicateEvent } from '../../events/index.js'
import { numberOf, textOf } from '../headline.js'
import styles from './action-ticket.module.css'

type Action = NonNullable<EventHome['action']>
type Props = { action: Action; event: EventHome['event'] }

/** Which of the values each action counts by. */
const counted: Record<string, string> = { finishDraft: 'missing', answers: 'pending', openDoor: 'expected', readAnswers: 'responses' }

/** The one thing that matters now, on the only warm piece of paper of the page; below its button what happens otherwise. */
export function ActionTicket({ action, event }: Props) {
  const t = useText('console')
  const locale = useLocale()
  const at = textOf(action.values, 'at')
  const count = numberOf(action.values, counted[action.key] ?? 'count')
  const say = (part: string, values: { count: number }) => {
    const key = `home.action.${action.key}.${part}`
    const plain = `${key}Plain`
    if (!at && t.has(plain)) return t(plain, values)
    return t.has(key) ? t(key, { ...values, date: at ? formatMoment(at, event.timeZone, locale) : '' }) : ''
  }
  return (
    <Ticket
      stubAt="bottom"
      label={t('home.yourTurn')}
      className={styles.ticket}
      mainClassName={styles.main}
      stubClassName={styles.stub}
      stub={
        <>
          <ActionButton action={action} event={event}>
            {say('button', { count })}
          </ActionButton>
          <p>{say('else', { count: action.key === 'readAnswers' ? numberOf(action.values, 'sent') : count })}</p>
        </>
      }
    >
      <h2>{say('title', { count })}</h2>
      <p>{say('text', { count })}</p>
    </Ticket>
  )
}

function ActionButton({ action, event, children }: Props & { children: string }) {
  const { organization, role } = useMembership()
  const page = (name: string) => paths.consoleEventPage(organization.slug, event.id, name)
  const edits = may(role, 'events.edit')
  const link = (to: string, icon: TablerIcon) => (
    <ButtonLink to={to} icon={icon}>
      {children}
    </ButtonLink>
  )
  switch (action.key) {
    case 'share':
      return <CopyButton address={event.publicUrl}>{children}</CopyButton>
    case 'finishDraft':
      return edits && link(page('edit'), IconPencil)
    case 'publish':
      return edits && link(`${page('edit')}?publish`, IconSpeakerphone)
    case 'review':
      return may(role, 'reviews.write') && link(page('review'), IconStars)
    case 'watch':
      return link(page('draw'), IconShieldCheck)
    case 'answers':
      return link(page('invitations'), IconUsers)
    case 'prepare':
      return link(page('day'), IconDoor)
    case 'openDoor':
      // The camera is allowed in documents of the door only, so the browser goes there itself.
      return (
        <ButtonLink to={paths.door(organization.slug, event.id)} icon={IconDoor} external>
          {children}
        </ButtonLink>
      )
    case 'readAnswers':
      return link(page('results'), IconArrowRight)
    case 'duplicate':
      return edits && <DuplicateButton eventId={event.id}>{children}</DuplicateButton>
    default:
      return action.href && link(action.href, IconArrowRight)
  }
}

function CopyButton({ address, children }: { address: string; children: string }) {
  const t = useText('console')
  const { copied, copy } = useCopy(address)
  return (
    <>
      <Button icon={copied ? IconCheck : IconCopy} onClick={copy}>
        {copied ? t('home.action.share.copied') : children}
      </Button>
      <span className="sr" role="status">
        {copied && t('home.action.share.copied')}
      </span>
    </>
  )
}

function DuplicateButton({ eventId, children }: { eventId: string; children: string }) {
  const { organization } = useMembership()
  const duplicate = useDuplicateEvent(organization.slug, eventId)
  const navigate = useNavigate()
  const run = () =>
    duplicate.mutate(undefined, { onSuccess: (copy) => void navigate(paths.consoleEventPage(organization.slug, copy.id, 'edit')) })
  return (
    <Button icon={IconCopy} busy={duplicate.isPending} onClick={run}>
      {children}
    </Button>
  )
}
