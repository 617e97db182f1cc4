import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { paths } from '../../../app/paths.js'
import { BackLink, Button, EmptyState, Loaded, PageHead } from '../../../components/index.js'
import { Tabs } from '../../../components/tabs/tabs.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import { type Show, useDuplicates, useSameMailbox } from './api.js'
import { countWords } from './count-words.js'
import { Decided } from './decided.js'
import styles from './duplicates.module.css'
import { SameMailboxDialog } from './same-mailbox-dialog.js'
import { SetRow } from './set-row.js'
import { useDeciding } from './use-deciding.js'

/** Applications that may be one person's, those that are known to be different people's, and what was decided. */
export function DuplicatesPage() {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const [params, setParams] = useSearchParams()
  const open = useDuplicates(organization.slug, event.id, 'open').data?.pages[0]
  const base = paths.consoleEventPage(organization.slug, event.id, 'applications')
  return (
    <>
      <BackLink to={base}>{t('applications.heading')}</BackLink>
      <PageHead
        title={t('duplicates.title', { event: event.title })}
        heading={t('duplicates.heading')}
        below={t(open && !open.open ? 'duplicates.frozen' : 'duplicates.lede')}
        actions={open?.open && <SameMailboxButton />}
      />
      <div className={styles.tabs}>
        <Tabs
          label={t('duplicates.heading')}
          value={params.get('show') ?? 'open'}
          onChange={(show) => setParams(show === 'open' ? {} : { show }, { replace: true })}
          tabs={[
            {
              value: 'open',
              label: open ? `${t('duplicates.open')} (${countWords(open)})` : t('duplicates.open'),
              content: <Sets show="open" />,
            },
            { value: 'kept', label: t('duplicates.kept'), content: <Sets show="kept" /> },
            { value: 'decided', label: t('duplicates.decided'), content: <Decided open={open?.open ?? false} /> },
          ]}
        />
      </div>
    </>
  )
}

function Sets({ show }: { show: Show }) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const query = useDuplicates(organization.slug, event.id, show)
  return (
    <Loaded of={query}>
      {({ pages }) => {
        const sets = pages.flatMap(({ items }) => items)
        if (sets.length === 0)
          return (
            <EmptyState as="h2" title={t(show === 'open' ? 'duplicates.none' : 'duplicates.noneKept')}>
              {t(show === 'open' ? 'duplicates.noneText' : 'duplicates.noneKeptText')}
            </EmptyState>
          )
        return (
          <>
            <ul className={styles.rows} aria-label={t('duplicates.heading')}>
              {sets.map((set) => (
                <SetRow key={set.id} set={set} />
              ))}
            </ul>
            {query.hasNextPage && (
              <p className={styles.more}>
                <Button variant="quiet" size="small" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('state.more')}
                </Button>
              </p>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

function SameMailboxButton() {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const { allowed } = useDeciding()
  const { data } = useSameMailbox(organization.slug, event.id)
  const [asking, setAsking] = useState(false)
  if (!allowed || (!data?.applications && !asking)) return null
  return (
    <>
      <Button variant="quiet" size="small" onClick={() => setAsking(true)}>
        {t('duplicates.mailboxes', { count: data?.applications ?? 0 })}
      </Button>
      {asking && data && <SameMailboxDialog count={data} onClose={() => setAsking(false)} />}
    </>
  )
}
