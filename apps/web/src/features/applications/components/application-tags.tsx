import { Checkbox, Failure } from '../../../components/index.js'
import type { ApplicationDetail, EventDetail } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useEvent } from '../../events/index.js'
import { useTagApplication } from '../api.js'
import styles from './application-panel.module.css'
import { tagsOf } from './tags-of-event.js'

/** The words that the pools of the event ask for, to be noted until the close; nothing when no pool asks for one. */
export function ApplicationTags({ eventId, application }: { eventId: string; application: ApplicationDetail }) {
  const { organization } = useMembership()
  const { data: event } = useEvent(organization.slug, eventId)
  const words = event ? [...new Set([...tagsOf(event), ...application.tags])] : []
  return event && words.length > 0 ? <Tags event={event} words={words} application={application} /> : null
}

function Tags({ event, words, application: { id, tags } }: { event: EventDetail; words: string[]; application: ApplicationDetail }) {
  const t = useText('console')
  const { organization } = useMembership()
  const change = useTagApplication(organization.slug, event.id, id)
  const closed = !['announced', 'open'].includes(event.phase)
  return (
    <fieldset className={styles.part} disabled={closed || change.isPending}>
      <legend>
        <h3>{t('applications.tags')}</h3>
      </legend>
      <p className="small soft">{t(closed ? 'applications.tagsClosed' : 'applications.tagsHint')}</p>
      {words.map((word) => (
        <Checkbox
          key={word}
          label={word}
          checked={tags.includes(word)}
          onChange={({ target }) => change.mutate(target.checked ? [...tags, word] : tags.filter((tag) => tag !== word))}
        />
      ))}
      <Failure of={change.error} />
    </fieldset>
  )
}
