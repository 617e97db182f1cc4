import { useState } from 'react'
import { Button, Dialog, DialogForm, Field, Select, TextInput } from '../../../components/index.js'
import type { EventDetail } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import type { Listed } from '../listed.js'
import { CountrySelect } from './country-select.js'
import { fans, handles, nameOfPool } from './filter-words.js'
import styles from './list-filters.module.css'
import { tagsOf } from './tags-of-event.js'

type Props = { open: boolean; onClose: () => void; listed: Listed; onChange: (listed: Listed) => void; event: EventDetail }

/** Everything else that people can be picked by. Nothing happens to the list before it is all said. */
export function FilterDialog({ open, onClose, listed, onChange, event }: Props) {
  const t = useText('console')
  const [draft, setDraft] = useState(listed)
  const [question, setQuestion] = useState('')
  const [value, setValue] = useState('')
  const asked = event.questions.find(({ id }) => id === question)
  const answered = event.questions.filter(({ type }) => type !== 'heading' && type !== 'file' && type !== 'long')
  const set = (change: Partial<Listed>) => setDraft({ ...draft, ...change })
  const done = () => {
    const given = asked && value.trim() ? [`${asked.id}=${value.trim()}`] : []
    onChange({ ...draft, answer: [...new Set([...draft.answer, ...given])] })
    onClose()
  }
  return (
    <Dialog open={open} onClose={onClose} title={t('applications.filters')}>
      <DialogForm
        onSubmit={(submit) => {
          submit.preventDefault()
          done()
        }}
        actions={
          <>
            <Button variant="quiet" onClick={onClose}>
              {t('state.cancel')}
            </Button>
            <Button type="submit">{t('applications.showThese')}</Button>
          </>
        }
      >
        <div className={styles.form}>
          {event.policy.pools.length > 1 && (
            <Field label={t('applications.pool')}>
              <Select value={draft.pool} onChange={({ target }) => set({ pool: target.value })}>
                <option value="">{t('applications.any')}</option>
                {event.policy.pools.map(({ id }) => (
                  <option key={id} value={id}>
                    {nameOfPool(id, event, t)}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          <Field label={t('applications.column.fan')}>
            <Select value={draft.fan} onChange={({ target }) => set({ fan: target.value })}>
              <option value="">{t('applications.any')}</option>
              {fans.map((fan) => (
                <option key={fan} value={fan}>
                  {t(`applications.fans.${fan}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('applications.column.handle')}>
            <Select value={draft.handle} onChange={({ target }) => set({ handle: target.value })}>
              <option value="">{t('applications.any')}</option>
              {handles.map((handle) => (
                <option key={handle} value={handle}>
                  {t(`applications.handles.${handle}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('applications.column.country')}>
            <CountrySelect value={draft.country} onChange={(country) => set({ country })} />
          </Field>
          {(tagsOf(event).length > 0 || draft.tag) && (
            <Field label={t('applications.column.tags')}>
              <Select value={draft.tag} onChange={({ target }) => set({ tag: target.value })}>
                <option value="">{t('applications.any')}</option>
                {[...new Set([...tagsOf(event), ...(draft.tag ? [draft.tag] : [])])].map((tag) => (
                  <option key={tag}>{tag}</option>
                ))}
              </Select>
            </Field>
          )}
          {answered.length > 0 && (
            <div className={styles.answer}>
              <Field label={t('applications.answerTo')}>
                <Select
                  value={question}
                  onChange={({ target }) => {
                    setQuestion(target.value)
                    setValue('')
                  }}
                >
                  <option value="">{t('applications.any')}</option>
                  {answered.map(({ id, label }) => (
                    <option key={id} value={id}>
                      {label}
                    </option>
                  ))}
                </Select>
              </Field>
              {asked && (
                <Field label={t('applications.answerIs')}>
                  {asked.options.length > 0 ? (
                    <Select value={value} onChange={({ target }) => setValue(target.value)}>
                      <option value="">{t('applications.any')}</option>
                      {asked.options.map((option) => (
                        <option key={option}>{option}</option>
                      ))}
                    </Select>
                  ) : (
                    <TextInput value={value} maxLength={100} onChange={({ target }) => setValue(target.value)} />
                  )}
                </Field>
              )}
            </div>
          )}
        </div>
      </DialogForm>
    </Dialog>
  )
}
