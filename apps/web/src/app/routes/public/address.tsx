import { useParams } from 'react-router'
import { AddressPage } from '../../../features/confirmation/address-page.js'
import { useText } from '../../../lib/i18n/index.js'
import { pageData } from '../../../lib/page-data.js'
import { useAccent } from '../../../lib/theme.js'
import { useTitle } from '../../../lib/use-title.js'

/** Reached from a mail only, so the server has always put in what this page shows. */
export default function AddressRoute() {
  const { token = '' } = useParams()
  const t = useText('me')
  const page = pageData('address') ?? { event: null, email: null, role: 'prove' as const, state: 'unknown' as const }

  useAccent(page.event?.organization)
  useTitle(t('address.page'), page.event?.title)

  return <AddressPage token={token} page={page} />
}
