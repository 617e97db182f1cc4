import { useState } from 'react'
import { Button, Failure, Field, Loaded, TextArea } from '../../../components/index.js'
import type { ApplicationNote } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { formatMoment } from '../../../lib/time.js'
import { useChangeNotes, useNotes, type Which } from '../story-api.js'
import styles from './application-page.module.css'
import panel from './application-panel.module.css'

const longest = 2000

/** What the team writes about somebody for itself. */
export function Notes({ which, timeZone }: { which: Which; timeZone: string }) {
  const t = useText('console')
  const query = useNotes(which)
  const change = useChangeNotes(which)
  const [text, setText] = useState('')
  return (
    <section className={panel.part}>
      <h3>{t('notes.title')}</h3>
      <form
        className={styles.write}
        onSubmit={(submit) => {
          submit.preventDefault()
          change.mutate({ text, id: null }, { onSuccess: () => setText('') })
        }}
      >
        <Field label={t('notes.write')} help={t('notes.help')}>
          <TextArea
            rows={2}
            value={text}
            limit={text.length > longest - 200 ? longest : undefined}
            onChange={({ target }) => setText(target.value)}
          />
        </Field>
        {text.trim() !== '' && (
          <Button type="submit" size="small" busy={change.isPending}>
            {t('notes.save')}
          </Button>
        )}
        <Failure of={change.error} />
      </form>
      <Loaded of={query}>
        {(notes) => (
          <ul>
            {notes.map((note) => (
              <Note key={note.id} note={note} timeZone={timeZone} change={change} />
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  )
}

function Note({ note, timeZone, change }: { note: ApplicationNote; timeZone: string; change: ReturnType<typeof useChangeNotes> }) {
  const t = useText('console')
  const locale = useLocale()
  const [draft, setDraft] = useState<string | null>(null)
  const when = formatMoment(note.writtenAt, timeZone, locale, { weekday: 'short', month: 'short' })
  if (draft !== null)
    return (
      <li className={styles.note}>
        <form
          className={styles.write}
          onSubmit={(submit) => {
            submit.preventDefault()
            change.mutate({ text: draft, id: note.id }, { onSuccess: () => setDraft(null) })
          }}
        >
          <Field label={t('notes.change')}>
            <TextArea rows={3} value={draft} onChange={({ target }) => setDraft(target.value)} />
          </Field>
          <span className={styles.buttons}>
            <Button variant="quiet" size="small" onClick={() => setDraft(null)}>
              {t('state.cancel')}
            </Button>
            <Button type="submit" size="small" busy={change.isPending}>
              {t('state.save')}
            </Button>
          </span>
        </form>
      </li>
    )
  return (
    <li className={styles.note}>
      <p className={styles.text}>
        <bdi>{note.text}</bdi>
      </p>
      <p className={styles.by}>
        <span>{t(note.changedAt ? 'notes.byChanged' : 'notes.by', { name: note.by ?? t('notes.gone'), when })}</span>
        {note.own && (
          <>
            <Button variant="text" size="small" onClick={() => setDraft(note.text)}>
              {t('notes.change')}
            </Button>
            <Button variant="text" size="small" onClick={() => change.mutate({ remove: note.id })}>
              {t('notes.remove')}
            </Button>
          </>
        )}
      </p>
    </li>
  )
}
