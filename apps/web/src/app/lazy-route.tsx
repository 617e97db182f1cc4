import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { PageSkeleton } from '../components/skeleton/page-skeleton.js'
import { type Area, loadCatalogues } from '../lib/i18n/index.js'
import { PageErrorBoundary } from './page-error-boundary.js'

type RouteModule = { default: ComponentType }

/** A page whose code and words are fetched when somebody goes there, both at once. */
export function lazyRoute(load: () => Promise<RouteModule>, areas: readonly Area[]): ReactNode {
  const Page = lazy(async () => (await Promise.all([load(), loadCatalogues(areas)]))[0])
  return (
    <PageErrorBoundary>
      <Suspense fallback={<PageSkeleton />}>
        <Page />
      </Suspense>
    </PageErrorBoundary>
  )
}
