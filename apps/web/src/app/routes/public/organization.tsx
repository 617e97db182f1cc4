import { useParams } from 'react-router'
import { ErrorPage, NotFoundPage, PageSkeleton } from '../../../components/index.js'
import { useOrganization } from '../../../features/organization-page/api/get-organization.js'
import { OrganizationPage } from '../../../features/organization-page/organization-page.js'
import { hasStatus } from '../../../lib/api/problem.js'
import { pageData } from '../../../lib/page-data.js'
import { useAccent } from '../../../lib/theme.js'
import { useRefresh } from '../../../lib/use-refresh.js'
import { useTitle } from '../../../lib/use-title.js'

export default function OrganizationRoute() {
  const { organization = '' } = useParams()
  const { data, error, reload } = useOrganization(organization)

  useAccent(data?.organization)
  useTitle(data?.organization.name)
  useRefresh(reload, data?.now, [])

  if (data) return <OrganizationPage {...data} />
  if (hasStatus(error, 404) || pageData('notFound')) return <NotFoundPage />
  return error ? <ErrorPage error={error} onRetry={reload} /> : <PageSkeleton />
}
