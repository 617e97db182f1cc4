import { useLayoutEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { paths } from '../../../app/paths.js'
import { Button, ButtonLink, classNames, EmptyState, Loaded, PageHead, SearchInput, Select } from '../../../components/index.js'
import type { ApplicationPage, Step } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useDebounced } from '../../../lib/use-debounced.js'
import { useCurrentEvent } from '../../events/index.js'
import { PicksLink } from '../../picks/index.js'
import { type Filter, useApplications } from '../api.js'
import { ApplicationPanel } from './application-panel.js'
import { ApplicationRow } from './application-row.js'
import styles from './applications-page.module.css'
import { steps } from './step-mark.js'

/** Everybody who applied. One of them is shown beside the list, on a phone instead of it. */
export function ApplicationsPage({ selected }: { selected: string | undefined }) {
  const t = useText('console')
  const event = useCurrentEvent()
  const { organization } = useMembership()
  const { filter, setFilter } = useFilter()
  const search = useDebounced(filter.search.trim())
  const query = useApplications(organization.slug, event.id, { ...filter, search })
  const counts = query.data?.pages[0]?.counts
  useKeptPlace(selected !== undefined)
  return (
    <div className={classNames(styles.page, selected && styles.withPanel)}>
      <div className={styles.list}>
        <PageHead
          title={t('applications.title', { event: event.title })}
          heading={t('applications.heading')}
          below={counts && <Counts counts={counts} />}
          actions={!selected && <PicksLink />}
        />
        {counts?.total ? <Filters filter={filter} onChange={setFilter} /> : null}
        <Loaded of={query}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items)
            if (!items.length)
              return (
                <Nobody filter={{ ...filter, search }} total={counts?.total ?? 0} onClear={() => setFilter({ search: '', step: '' })} />
              )
            return (
              <>
                <ColumnNames />
                <ul className={styles.rows} aria-label={t('applications.heading')} data-old={query.isPlaceholderData || undefined}>
                  {items.map((application) => (
                    <ApplicationRow
                      key={application.id}
                      application={application}
                      current={application.id === selected}
                      compact={selected !== undefined}
                      timeZone={event.timeZone}
                    />
                  ))}
                </ul>
                {query.hasNextPage && (
                  <Button variant="quiet" size="small" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {t('state.more')}
                  </Button>
                )}
              </>
            )
          }}
        </Loaded>
      </div>
      {selected && <ApplicationPanel key={selected} applicationId={selected} />}
    </div>
  )
}

/** On a phone one application takes the place of the list: closing it leads back to where the list was. */
function useKeptPlace(away: boolean): void {
  const place = useRef(0)
  useLayoutEffect(() => {
    if (!away || !matchMedia('(max-width: 960px)').matches) return
    place.current = scrollY
    return () => scrollTo(0, place.current)
  }, [away])
}

/** In the address, so that it survives looking at somebody and coming back. */
function useFilter() {
  const [params, setParams] = useSearchParams()
  const step = steps.find((known) => known === params.get('step')) ?? ''
  const filter: Filter = { search: params.get('search') ?? '', step }
  const setFilter = ({ search, step: chosen }: Filter) =>
    setParams({ ...(search && { search }), ...(chosen && { step: chosen }) }, { replace: true })
  return { filter, setFilter }
}

function Counts({ counts }: { counts: ApplicationPage['counts'] }) {
  const t = useText('console')
  if (!counts.total) return null
  const said = [t('applications.counts', { confirmed: counts.confirmed, total: counts.total })]
  if (counts.withdrawn) said.push(t('applications.withdrawn', { count: counts.withdrawn }))
  return said.join(', ')
}

function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const t = useText('console')
  return (
    <div className={styles.filters}>
      <SearchInput label={t('applications.search')} value={filter.search} onChange={(search) => onChange({ ...filter, search })} />
      <div className={styles.step}>
        <Select
          aria-label={t('applications.step')}
          value={filter.step}
          onChange={(change) => onChange({ ...filter, step: change.target.value as Step | '' })}
        >
          <option value="">{t('applications.allSteps')}</option>
          {steps.map((step) => (
            <option key={step} value={step}>
              {t(`step.${step}`)}
            </option>
          ))}
        </Select>
      </div>
    </div>
  )
}

/** For the eye; each row says its own for the ear. */
function ColumnNames() {
  const t = useText('console')
  return (
    <div className={styles.columns} aria-hidden="true">
      <span>{t('applications.name')}</span>
      <span>{t('applications.ticket')}</span>
      <span>{t('applications.received')}</span>
      <span>{t('applications.rank')}</span>
      <span>{t('applications.state')}</span>
    </div>
  )
}

function Nobody({ filter, total, onClear }: { filter: Filter; total: number; onClear: () => void }) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  if (total > 0)
    return (
      <div className={styles.empty}>
        <EmptyState
          as="h2"
          title={t('applications.noneFound')}
          action={
            <Button variant="quiet" onClick={onClear}>
              {t('applications.clear')}
            </Button>
          }
        >
          {filter.search ? t('applications.noneFoundText', { search: filter.search }) : t('applications.noneFoundStep')}
        </EmptyState>
      </div>
    )
  return (
    <div className={styles.empty}>
      <EmptyState
        as="h2"
        title={t('applications.none')}
        action={
          <ButtonLink variant="quiet" to={paths.consoleEvent(organization.slug, event.id)}>
            {t('invitations.noneButton')}
          </ButtonLink>
        }
      >
        {t(event.phase === 'open' ? 'applications.noneOpen' : 'applications.noneDraft')}
      </EmptyState>
    </div>
  )
}
