import { IconPlus, IconX } from '@tabler/icons-react'
import { useId, useRef } from 'react'
import { Button, FieldError, Icon, TextInput } from '../../../../components/index.js'
import { useText } from '../../../../lib/i18n/index.js'
import styles from './options-editor.module.css'

type Props = { options: readonly string[]; onChange: (options: string[]) => void; errors: Readonly<Record<string, string>>; path: string }

const mostOptions = 20

/** The answers one can choose from. Enter in the last one begins another. */
export function OptionsEditor({ options, onChange, errors, path }: Props) {
  const t = useText('console')
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const focusOn = (index: number) => requestAnimationFrame(() => list.current?.querySelectorAll('input')[index]?.focus())
  const add = () => {
    if (options.length >= mostOptions) return
    onChange([...options, ''])
    focusOn(options.length)
  }
  const error = errors[path] ?? Object.entries(errors).find(([at]) => at.startsWith(`${path}.`))?.[1]
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id} className={styles.label}>
        {t('editor.question.options')}
      </p>
      <ul ref={list} className={styles.options}>
        {options.map((option, index) => (
          <li key={index}>
            <TextInput
              aria-label={t('editor.question.option', { number: index + 1 })}
              aria-invalid={error ? true : undefined}
              aria-describedby={error ? `${id}-error` : undefined}
              value={option}
              maxLength={200}
              autoComplete="off"
              onChange={(change) => onChange(options.map((one, at) => (at === index ? change.target.value : one)))}
              onKeyDown={(key) => {
                if (key.key !== 'Enter') return
                key.preventDefault()
                if (index === options.length - 1) add()
                else focusOn(index + 1)
              }}
            />
            <button
              type="button"
              className={styles.remove}
              onClick={() => onChange(options.filter((_, at) => at !== index))}
              aria-label={t('editor.question.removeOption', { number: index + 1 })}
            >
              <Icon of={IconX} />
            </button>
          </li>
        ))}
      </ul>
      <FieldError id={`${id}-error`} error={error} />
      <Button variant="text" size="small" icon={IconPlus} onClick={add}>
        {t('editor.question.addOption')}
      </Button>
    </div>
  )
}
