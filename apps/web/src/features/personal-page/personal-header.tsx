import { OrganizationMark, PageHeader } from '../../components/index.js'
import type { PublicEvent } from '../../lib/api/types.js'
import { useText } from '../../lib/i18n/index.js'

export function PersonalHeader({ event }: { event: PublicEvent }) {
  const t = useText('me')
  return (
    <PageHeader mark={<OrganizationMark organization={event.organization} />}>
      <span>{t('yourPage')}</span>
    </PageHeader>
  )
}
