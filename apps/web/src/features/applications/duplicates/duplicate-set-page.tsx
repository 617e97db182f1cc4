import { paths } from '../../../app/paths.js'
import { BackLink, ButtonLink, EmptyState, Loaded, PageHead } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import { useDuplicateSet } from './api.js'
import { WholeSet } from './whole-set.js'

/** Applications that may be one person's, side by side, and what can be decided about them. */
export function DuplicateSetPage({ setId }: { setId: string }) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const query = useDuplicateSet(organization.slug, event.id, setId)
  const base = paths.consoleEventPage(organization.slug, event.id, 'applications/duplicates')
  return (
    <>
      <BackLink to={base}>{t('duplicates.heading')}</BackLink>
      <Loaded
        of={query}
        gone={
          <EmptyState as="h1" title={t('duplicates.gone')} action={<ButtonLink to={base}>{t('duplicates.toList')}</ButtonLink>}>
            {t('duplicates.goneText')}
          </EmptyState>
        }
      >
        {({ pages }) => {
          const [first] = pages
          if (!first) return null
          return (
            <>
              <PageHead
                title={t('duplicates.setTitle', { event: event.title })}
                heading={t('duplicates.setHeading', { count: first.size })}
                below={first.keptBy ? t('duplicates.isKept') : undefined}
              />
              <WholeSet
                pages={pages}
                rest={{ more: query.hasNextPage ? () => void query.fetchNextPage() : null, busy: query.isFetchingNextPage }}
              />
            </>
          )
        }}
      </Loaded>
    </>
  )
}
