import { type FormEvent, useState } from 'react'
import { Button, Checkbox, Dialog, DialogForm, Field, Loaded, Notice, Select } from '../../../../components/index.js'
import type { Locale, ReusableForm } from '../../../../lib/api/types.js'
import { useText } from '../../../../lib/i18n/index.js'
import { useMembership } from '../../../../lib/membership.js'
import type { DraftQuestion } from '../../../form-builder/index.js'
import { useReusableForms } from '../../api.js'

type Props = {
  open: boolean
  onClose: () => void
  onAdd: (questions: readonly DraftQuestion[]) => void
  /** The event that is edited, and the language it speaks. */
  eventId: string
  language: Locale
  kind: 'application' | 'survey'
}

/** Questions that were asked for another event, to be asked here too. */
export function ReuseDialog(props: Props) {
  const { open, onClose, kind, eventId } = props
  const t = useText('builder')
  const { organization } = useMembership()
  const forms = useReusableForms(organization.slug, kind, open)
  return (
    <Dialog open={open} onClose={onClose} title={t('reuse.heading')}>
      <Loaded of={forms}>
        {({ items }) => {
          const others = items.filter((form) => form.eventId !== eventId)
          return others.length ? <Forms {...props} forms={others} /> : <p>{t('reuse.noEvents')}</p>
        }}
      </Loaded>
    </Dialog>
  )
}

function Forms({ forms, ...props }: Props & { forms: readonly ReusableForm[] }) {
  const t = useText('builder')
  const [chosen, setChosen] = useState(forms[0]?.eventId)
  const form = forms.find(({ eventId }) => eventId === chosen) ?? forms[0]
  return (
    <>
      <Field label={t('reuse.event')}>
        <Select value={form?.eventId} onChange={(change) => setChosen(change.target.value)}>
          {forms.map(({ eventId, title }) => (
            <option key={eventId} value={eventId}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      {form && form.locale !== props.language && <Notice kind="attention">{t(`reuse.in.${form.locale}`)}</Notice>}
      {form && <Questions key={form.eventId} {...props} questions={form.questions} />}
    </>
  )
}

function Questions({ questions, onAdd, onClose }: Props & { questions: ReusableForm['questions'] }) {
  const t = useText('builder')
  const common = useText('console')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const tick = (id: string, on: boolean) => setTicked((before) => new Set([...before].filter((one) => one !== id).concat(on ? id : [])))
  const submit = (sent: FormEvent) => {
    // React sends it up to the form that this dialog was opened from, which would save the event.
    sent.preventDefault()
    sent.stopPropagation()
    onAdd(questions.filter(({ id }) => ticked.has(id)).map((question) => ({ ...question, key: question.id })))
  }
  return (
    <DialogForm
      onSubmit={submit}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {common('state.cancel')}
          </Button>
          <Button type="submit" disabled={!ticked.size}>
            {t('reuse.submit', { count: ticked.size })}
          </Button>
        </>
      }
    >
      <fieldset>
        <legend>
          <b>{t('reuse.questions')}</b>
        </legend>
        {questions.length > 1 && (
          <Checkbox
            label={t('reuse.all')}
            checked={ticked.size === questions.length}
            onChange={(change) => setTicked(new Set(change.target.checked ? questions.map(({ id }) => id) : []))}
          />
        )}
        {questions.map(({ id, label, type }) => (
          <Checkbox
            key={id}
            label={label}
            help={t(`types.${type}`)}
            checked={ticked.has(id)}
            onChange={(change) => tick(id, change.target.checked)}
          />
        ))}
      </fieldset>
    </DialogForm>
  )
}
