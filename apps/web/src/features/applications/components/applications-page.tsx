import { useCallback, useLayoutEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { Button, classNames, Loaded, PageHead } from '../../../components/index.js'
import type { ApplicationPage as Page, Phase } from '../../../lib/api/types.js'
import { formatNumber, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useDebounced } from '../../../lib/use-debounced.js'
import { useCurrentEvent, useEvent } from '../../events/index.js'
import { ExportButton } from '../../exports/index.js'
import { ImportLink } from '../../imports/index.js'
import { PicksLink } from '../../picks/index.js'
import { RefusalsLink } from '../../refusals/index.js'
import { useApplications, useFoundCount } from '../api.js'
import { filterBody, filterParams, hasFilters, type Listed, readListed, withoutFilters, writeListed } from '../listed.js'
import { ApplicationPanel } from './application-panel.js'
import { ApplicationRows } from './application-rows.js'
import styles from './applications-page.module.css'
import { ChoiceBar } from './choice-bar.js'
import { DuplicatesLink } from '../duplicates/duplicates-link.js'
import { ListFilters } from './list-filters.js'
import { Nobody } from './nobody.js'
import { useChoice } from './use-choice.js'
import { Views } from './views.js'

/** Everybody who applied. One of them is shown beside the list, on a phone instead of it. */
export function ApplicationsPage({ selected }: { selected: string | undefined }) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const { data: detail } = useEvent(organization.slug, event.id)
  const { listed, setListed } = useListed()
  const asked = { ...listed, search: useDebounced(listed.search.trim()) }
  const query = useApplications(organization.slug, event.id, asked)
  const counts = query.data?.pages[0]?.counts
  const choice = useChoice(filterParams(asked).toString())
  const search = useRef<HTMLDivElement>(null)
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = query
  const goOn = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, hasNextPage, isFetchingNextPage])
  useKeptPlace(selected !== undefined)
  return (
    <div className={classNames(styles.page, selected && styles.withPanel)}>
      <div className={styles.list}>
        <PageHead
          title={t('applications.title', { event: event.title })}
          heading={t('applications.heading')}
          below={counts && <Counts counts={counts} />}
          actions={
            !selected && (
              <div className={styles.actions}>
                <PicksLink />
                <RefusalsLink />
                {counts?.total ? <DuplicatesLink /> : null}
                <ImportLink />
                {counts?.total ? <ExportButton eventId={event.id} filter={hasFilters(asked) ? filterBody(asked) : null} /> : null}
                {counts?.total ? <Views eventId={event.id} listed={listed} onChange={setListed} /> : null}
              </div>
            )
          }
        />
        {counts?.total ? <ListFilters listed={listed} onChange={setListed} counts={counts} event={detail} search={search} /> : null}
        <Loaded of={query}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.items)
            if (!rows.length && !hasNextPage)
              return <Nobody listed={asked} total={counts?.total ?? 0} onClear={() => setListed(withoutFilters(listed))} />
            return (
              <>
                {hasFilters(asked) && <Found listed={asked} />}
                <ApplicationRows
                  rows={rows}
                  columns={asked.column.filter((column) => column !== 'rank' || isRanked(event.phase))}
                  questions={detail?.questions ?? []}
                  selected={selected}
                  choice={choice}
                  search={search}
                  old={query.isPlaceholderData}
                  onEnd={goOn}
                />
                {hasNextPage && (
                  <p className={styles.more}>
                    <Button variant="quiet" size="small" busy={isFetchingNextPage} onClick={goOn}>
                      {t('state.more')}
                    </Button>
                  </p>
                )}
                {detail && <ChoiceBar choice={choice} listed={asked} event={detail} total={counts?.total ?? 0} />}
                <p className={styles.keys}>{t('applications.keys')}</p>
              </>
            )
          }}
        </Loaded>
      </div>
      {selected && <ApplicationPanel key={selected} applicationId={selected} />}
    </div>
  )
}

/** Before the draw nobody has a rank, and the column would be empty. */
const isRanked = (phase: Phase): boolean => phase !== 'announced' && phase !== 'open' && phase !== 'closed'

/** On a phone one application takes the place of the list: closing it leads back to where the list was. */
function useKeptPlace(away: boolean): void {
  const place = useRef(0)
  useLayoutEffect(() => {
    if (!away || !matchMedia('(max-width: 960px)').matches) return
    place.current = scrollY
    return () => scrollTo(0, place.current)
  }, [away])
}

/** In the address, so that it survives looking at somebody and coming back, and can be sent to a colleague. */
function useListed() {
  const [params, setParams] = useSearchParams()
  return { listed: readListed(params), setListed: (listed: Listed) => setParams(writeListed(listed), { replace: true }) }
}

function Counts({ counts }: { counts: Page['counts'] }) {
  const t = useText('console')
  if (!counts.total) return null
  const said = [t('applications.counts', { confirmed: counts.confirmed, total: counts.total })]
  if (counts.withdrawn) said.push(t('applications.withdrawn', { count: counts.withdrawn }))
  return said.join(', ')
}

/** How many fit: exactly up to ten thousand, and beyond that what is known, that there are more. */
function Found({ listed }: { listed: Listed }) {
  const t = useText('console')
  const { organization } = useMembership()
  const { data } = useFoundCount(organization.slug, useCurrentEvent().id, listed, true)
  return (
    <p className={styles.found} role="status">
      {data &&
        (data.count === null
          ? t('applications.foundMany')
          : data.more
            ? t('applications.foundMore', { many: formatNumber(data.count) })
            : t('applications.found', { count: data.count }))}
    </p>
  )
}
