import { useParams } from 'react-router'
import { ConfirmPage } from '../../../features/confirmation/confirm-page.js'
import { useText } from '../../../lib/i18n/index.js'
import { pageData } from '../../../lib/page-data.js'
import { useAccent } from '../../../lib/theme.js'
import { useTitle } from '../../../lib/use-title.js'

/** Reached from a mail only, so the server has always put in what this page shows. */
export default function ConfirmRoute() {
  const { token = '' } = useParams()
  const t = useText('me')
  const page = pageData('confirm') ?? { event: null, name: null, state: 'unknown' as const }

  useAccent(page.event?.organization)
  useTitle(t('confirm.page'), page.event?.title)

  return <ConfirmPage token={token} page={page} />
}
