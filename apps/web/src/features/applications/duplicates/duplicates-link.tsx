import { IconUsers } from '@tabler/icons-react'
import { paths } from '../../../app/paths.js'
import { ButtonLink } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import { useDuplicates } from './api.js'
import { countWords } from './count-words.js'

/** The way to applications that may be one person's, with how many sets wait. */
export function DuplicatesLink() {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const { data } = useDuplicates(organization.slug, event.id, 'open')
  const first = data?.pages[0]
  if (!first) return null
  return (
    <ButtonLink
      variant="quiet"
      size="small"
      icon={IconUsers}
      to={paths.consoleEventPage(organization.slug, event.id, 'applications/duplicates')}
    >
      {t('duplicates.link', { count: countWords(first) })}
    </ButtonLink>
  )
}
