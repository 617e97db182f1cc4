import { LostLinkPage } from '../../../features/lost-link/lost-link-page.js'
import { useText } from '../../../lib/i18n/index.js'
import { useTitle } from '../../../lib/use-title.js'

export default function LostLinkRoute() {
  const t = useText('me')
  useTitle(t('lost.page'))
  return <LostLinkPage />
}
