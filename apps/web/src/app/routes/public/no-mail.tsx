import { useParams } from 'react-router'
import { NoMailPage } from '../../../features/confirmation/no-mail-page.js'
import { useText } from '../../../lib/i18n/index.js'
import { pageData } from '../../../lib/page-data.js'
import { useAccent } from '../../../lib/theme.js'
import { useTitle } from '../../../lib/use-title.js'

/** Reached from a mail only, so the server has always put in what this page shows. */
export default function NoMailRoute() {
  const { token = '' } = useParams()
  const t = useText('me')
  const page = pageData('noMail') ?? { organization: null, blocked: false }

  useAccent(page.organization)
  useTitle(t('noMail.page'), page.organization?.name)

  return <NoMailPage token={token} page={page} />
}
