import { IconFileCheck, IconPaperclip } from '@tabler/icons-react'
import { type ReactNode, type RefObject, useCallback, useId, useRef } from 'react'
import { Button, Field, Icon, ProgressBar, useFieldControl } from '../../../components/index.js'
import type { Question } from '../../../lib/api/types.js'
import { formatBytes } from '../../../lib/format-bytes.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import type { FileAnswers } from './file-answers.js'
import styles from './file-field.module.css'
import { fileTypes, kindsKey, mostMegabytes } from './file-rules.js'

type Props = {
  question: Question
  label: ReactNode
  help: ReactNode
  error: ReactNode
  optionalLabel: string | undefined
  value: string
  onChange: (value: string) => void
  /** Where files go; without it none can be chosen, as in a preview. */
  files: FileAnswers | undefined
}

/** Chooses a file, sends it at once, and says how far it is. */
export function FileField({ question, label, help, error, optionalLabel, value, onChange, files }: Props) {
  const onItsWay = files?.onItsWay(question.id)
  const refusal = onItsWay && 'refusal' in onItsWay ? onItsWay.refusal : null
  return (
    <Field
      label={label}
      help={help}
      error={refusal ?? error}
      optionalLabel={optionalLabel}
      required={question.required}
      name={`answers.${question.id}`}
    >
      <FileBox question={question} value={value} onChange={onChange} files={files} />
    </Field>
  )
}

type BoxProps = Pick<Props, 'question' | 'value' | 'onChange' | 'files'>

/** The input stays whatever becomes of the file, so that whoever works with keys or by ear stays where she is. */
function FileBox({ question, value, onChange, files }: BoxProps) {
  const t = useText('common')
  const locale = useLocale()
  const field = useFieldControl()
  const limitsId = useId()
  const file = value === '' ? undefined : files?.fileOf(value)
  const onItsWay = files?.onItsWay(question.id)
  const sending = onItsWay && 'share' in onItsWay ? onItsWay : null
  const describedBy = [limitsId, field['aria-describedby']].filter(Boolean).join(' ')
  const input = useRef<HTMLInputElement>(null)
  const stays = useFocusHeir(input)
  return (
    <div className={styles.box}>
      {value !== '' && !sending && (
        <p className={styles.file}>
          <Icon of={IconFileCheck} />
          <span className={styles.name}>
            <bdi>{file?.name ?? t('file.unnamed')}</bdi>
            {file && <span className={styles.limits}> {formatBytes(file.size, locale)}</span>}
          </span>
        </p>
      )}
      {sending && (
        <div className={styles.progress}>
          <p className={styles.name}>
            <bdi>{sending.name}</bdi>
          </p>
          <ProgressBar value={sending.share} label={t('file.sending', { name: sending.name })} />
        </div>
      )}
      <input
        {...field}
        ref={input}
        aria-describedby={describedBy}
        type="file"
        accept={fileTypes(question).join(',')}
        disabled={!files}
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          if (chosen) files?.choose(question, chosen)
          event.target.value = ''
        }}
      />
      <label htmlFor={field.id} className={styles.choose}>
        <Icon of={IconPaperclip} />
        {t(value === '' && !sending ? 'file.choose' : 'file.change')}
      </label>
      {sending && (
        <Button ref={stays} variant="text" size="small" onClick={() => files?.stop(question.id)}>
          {t('file.stop')}
        </Button>
      )}
      {value !== '' && !sending && (
        <Button ref={stays} variant="text" size="small" onClick={() => onChange('')}>
          {t('file.remove')}
        </Button>
      )}
      <span id={limitsId} className={styles.limits} hidden={value !== '' || sending !== null}>
        {t(`file.limits.${kindsKey(question)}`, { most: mostMegabytes(question) })}
      </span>
      <output className="sr">
        {sending ? t('file.sending', { name: sending.name }) : file && t('file.sent', { name: file.name ?? t('file.unnamed') })}
      </output>
    </div>
  )
}

/** For buttons that come and go: one that goes while the focus is on it leaves it to another element. */
function useFocusHeir(heir: RefObject<HTMLElement | null>) {
  return useCallback(
    (button: HTMLElement | null) => () => {
      if (button !== null && document.activeElement === button) heir.current?.focus()
    },
    [heir],
  )
}
