import { useState } from 'react'
import {
  Button,
  Dialog,
  DialogForm,
  Failure,
  Field,
  Notice,
  ProgressBar,
  RadioGroup,
  Select,
  TextInput,
} from '../../../components/index.js'
import type { EventDetail, Tagging } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useRefreshApplications, useTagging, useTagMany } from '../api.js'
import type { Listed } from '../listed.js'
import styles from './choice-bar.module.css'
import { tagsOf } from './tags-of-event.js'
import type { Choice } from './use-choice.js'

type Props = { open: boolean; onClose: () => void; choice: Choice; listed: Listed; event: EventDetail; many: string }

/** Gives a tag to everybody who is chosen, or takes it; shows how far that has come, and may be closed meanwhile. */
export function TagDialog({ open, onClose, choice, listed, event, many }: Props) {
  const t = useText('console')
  const { organization } = useMembership()
  const known = tagsOf(event)
  const [tag, setTag] = useState(known[0] ?? '')
  const [present, setPresent] = useState(true)
  const change = useTagMany(organization.slug, event.id)
  const refresh = useRefreshApplications(organization.slug, event.id)
  const { data: progress } = useTagging(organization.slug, event.id, change.data?.id)
  const tagging = progress ?? change.data
  const done = () => {
    choice.clear()
    void refresh()
    onClose()
  }
  if (tagging)
    return (
      <Dialog
        open={open}
        onClose={done}
        title={t('applications.tagTitle', { many })}
        actions={<Button onClick={done}>{t('state.close')}</Button>}
      >
        <Progress tagging={tagging} />
      </Dialog>
    )
  return (
    <Dialog open={open} onClose={onClose} title={t('applications.tagTitle', { many })}>
      <DialogForm
        onSubmit={(submit) => {
          submit.preventDefault()
          change.mutate({ tag, present, ids: choice.everybody ? null : [...choice.ids], listed })
        }}
        actions={
          <>
            <Button variant="quiet" onClick={onClose}>
              {t('state.cancel')}
            </Button>
            <Button type="submit" busy={change.isPending}>
              {t(present ? 'applications.tagGive' : 'applications.tagTake')}
            </Button>
          </>
        }
      >
        <p className="small soft">{t('applications.tagWhat')}</p>
        <Field label={t('applications.tag')} help={known.length > 0 ? undefined : t('applications.tagForm')}>
          {known.length > 0 ? (
            <Select value={tag} onChange={({ target }) => setTag(target.value)}>
              {known.map((word) => (
                <option key={word}>{word}</option>
              ))}
            </Select>
          ) : (
            <TextInput
              value={tag}
              maxLength={16}
              autoCapitalize="none"
              spellCheck={false}
              onChange={({ target }) => setTag(target.value)}
            />
          )}
        </Field>
        <RadioGroup
          label={t('applications.tagHow')}
          options={[
            { value: 'give', label: t('applications.tagGive') },
            { value: 'take', label: t('applications.tagTake') },
          ]}
          value={present ? 'give' : 'take'}
          onChange={(how) => setPresent(how === 'give')}
        />
        <Failure of={change.error} />
      </DialogForm>
    </Dialog>
  )
}

function Progress({ tagging: { state, lookedAt, expected, changed, leftOut } }: { tagging: Tagging }) {
  const t = useText('console')
  if (state === 'closed') return <Notice kind="attention">{t('applications.tagStopped', { count: changed })}</Notice>
  if (state === 'failed') return <Notice kind="error">{t('applications.tagFailed', { count: changed })}</Notice>
  if (state === 'running')
    return (
      <div className={styles.progress} role="status">
        <p>{t('applications.tagRunning', { count: lookedAt })}</p>
        {expected !== null && <ProgressBar label={t('applications.tag')} value={expected === 0 ? 1 : Math.min(1, lookedAt / expected)} />}
      </div>
    )
  return (
    <Notice kind="done" live>
      {t('applications.tagDone', { count: changed })} {leftOut > 0 && t('applications.tagLeftOut', { count: leftOut })}
    </Notice>
  )
}
