import { useParams } from 'react-router'
import { ErrorPage, NotFoundPage, PageSkeleton } from '../../../components/index.js'
import { useContribution } from '../../../features/secret-page/api.js'
import { SecretPage } from '../../../features/secret-page/secret-page.js'
import { hasStatus } from '../../../lib/api/problem.js'
import { useText } from '../../../lib/i18n/index.js'
import { pageData } from '../../../lib/page-data.js'
import { useTitle } from '../../../lib/use-title.js'

export default function SecretRoute() {
  const { token = '' } = useParams()
  const t = useText('secret')
  const { data, error, reload, set } = useContribution(token)

  useTitle(t('page.title'), data?.title)

  if (data) return <SecretPage key={token} token={token} contribution={data} onChange={set} />
  if (hasStatus(error, 404) || pageData('notFound')) return <NotFoundPage />
  return error ? <ErrorPage error={error} onRetry={reload} /> : <PageSkeleton />
}
