import { useState } from 'react'
import { paths } from '../../../app/paths.js'
import { Button, ButtonLink, EmptyState, Loaded, PageHead, Select } from '../../../components/index.js'
import type { InvitationItem, Invitations, InvitationState } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import { Exclusions } from '../../exclusions/index.js'
import { useInvitations } from '../api.js'
import { InvitationRow } from './invitation-row.js'
import styles from './invitations-page.module.css'
import { InvitationSummary } from './invitation-summary.js'

export const states: readonly InvitationState[] = ['pending', 'accepted', 'declined', 'lapsed', 'revoked']

/** Who was offered a seat, and what they said. */
export function InvitationsPage() {
  const t = useText('console')
  const event = useCurrentEvent()
  const { organization } = useMembership()
  const [state, setState] = useState<InvitationState | ''>('')
  const query = useInvitations(organization.slug, event.id, state)
  return (
    <>
      <PageHead title={t('invitations.title', { event: event.title })} heading={t('invitations.heading')} />
      <Exclusions />
      <Loaded of={query}>
        {({ pages }) => {
          const first = pages[0]
          if (!first || !total(first)) return <NoneYet />
          return (
            <>
              <InvitationSummary invitations={first} />
              <div className={styles.filter}>
                <Select
                  aria-label={t('invitations.filter')}
                  value={state}
                  onChange={(change) => setState(change.target.value as InvitationState | '')}
                >
                  <option value="">{t('invitations.all')}</option>
                  {states.map((known) => (
                    <option key={known} value={known}>
                      {t(`invitations.${known}`)}
                    </option>
                  ))}
                </Select>
              </div>
              <Rows items={pages.flatMap((page) => page.items)} />
              {query.hasNextPage && (
                <Button variant="quiet" size="small" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('state.more')}
                </Button>
              )}
            </>
          )
        }}
      </Loaded>
    </>
  )
}

const total = ({ counts }: Invitations) => states.reduce((sum, state) => sum + counts[state], 0)

function Rows({ items }: { items: InvitationItem[] }) {
  const t = useText('console')
  if (!items.length) return <p className="soft">{t('applications.noneFoundStep')}</p>
  return (
    <ul className={styles.rows} aria-label={t('invitations.heading')}>
      {items.map((item) => (
        <InvitationRow key={item.id} item={item} />
      ))}
    </ul>
  )
}

function NoneYet() {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  return (
    <div className={styles.empty}>
      <EmptyState
        as="h2"
        title={t('invitations.none')}
        action={
          <ButtonLink variant="quiet" to={paths.consoleEvent(organization.slug, event.id)}>
            {t('invitations.noneButton')}
          </ButtonLink>
        }
      >
        {t('invitations.noneText')}
      </EmptyState>
    </div>
  )
}
