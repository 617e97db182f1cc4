import { useState } from 'react'
import { Button, Field, Loaded, PersonName, TextInput } from '../../../components/index.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import type { Attendee } from '../../../lib/api/types.js'
import { formatTime } from '../../../lib/time.js'
import { useDebounced } from '../../../lib/use-debounced.js'
import { useAttendees } from '../api.js'
import styles from './name-panel.module.css'

type Props = { organization: string; eventId: string; timeZone: string; busy: boolean; onChoose: (applicationId: string) => void }

/** For a badge that was left at home: everybody who is coming, by name. */
export function NamePanel({ organization, eventId, timeZone, busy, onChoose }: Props) {
  const t = useText('door')
  const [text, setText] = useState('')
  const search = useDebounced(text.trim())
  const attendees = useAttendees(organization, eventId, search)
  return (
    <div className={styles.panel}>
      <Field label={t('name.label')} help={t('name.hint')} name="search">
        <TextInput
          type="search"
          value={text}
          onChange={({ target }) => setText(target.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Field>
      <Loaded of={attendees}>
        {(people) =>
          people.length === 0 ? (
            <p className="soft">{search === '' ? t('name.start') : t('name.nobody', { search })}</p>
          ) : (
            <ul className={styles.list}>
              {people.map((person) => (
                <Row key={person.applicationId} person={person} timeZone={timeZone} busy={busy} onChoose={onChoose} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  )
}

function Row({ person, timeZone, busy, onChoose }: { person: Attendee; timeZone: string; busy: boolean; onChoose: Props['onChoose'] }) {
  const t = useText('door')
  const locale = useLocale()
  const { applicationId, name, handle, ticketNumber, checkedInAt } = person
  return (
    <li className={styles.row}>
      <span className={styles.who}>
        <strong>
          <PersonName>{name}</PersonName>
        </strong>
        <span className="soft small">
          <span className="mono">{ticketNumber}</span> {handle && <bdi>{handle}</bdi>}
        </span>
      </span>
      {checkedInAt ? (
        <span className="soft small">{t('name.in', { time: formatTime(checkedInAt, timeZone, locale) })}</span>
      ) : (
        <Button
          size="small"
          variant="quiet"
          disabled={busy}
          aria-label={t('name.checkInPerson', { name })}
          onClick={() => onChoose(applicationId)}
        >
          {t('name.checkIn')}
        </Button>
      )}
    </li>
  )
}
