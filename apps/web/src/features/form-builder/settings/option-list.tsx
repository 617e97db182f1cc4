import { IconPlus, IconX } from '@tabler/icons-react'
import { useId, useRef } from 'react'
import { mostOptions } from '#forms'
import { Button, FieldError, Icon, TextInput } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import type { QuestionForm } from '../builder-form.js'
import styles from './settings.module.css'

/** The answers one can choose from. Enter in the last one begins another. */
export function OptionList({ form }: { form: QuestionForm }) {
  const t = useText('builder')
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const { options } = form.question
  const focusOn = (index: number) => requestAnimationFrame(() => list.current?.querySelectorAll('input')[index]?.focus())
  const add = () => {
    if (options.length >= mostOptions) return
    form.set({ options: [...options, ''] })
    focusOn(options.length)
  }
  const remove = (index: number) => {
    form.removeOption(index)
    focusOn(Math.min(index, options.length - 2))
  }
  const all = form.errorAt('options')
  const each = options.map((_, index) => form.errorAt(`options.${index}`))
  const error = all ?? each.find(Boolean)
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id} className={styles.label}>
        {t('options.label')}
      </p>
      <ul ref={list} className={styles.options}>
        {options.map((option, index) => (
          <li key={index}>
            <TextInput
              aria-label={t('options.one', { number: index + 1 })}
              aria-invalid={all || each[index] ? true : undefined}
              aria-describedby={all || each[index] ? `${id}-error` : undefined}
              value={option}
              maxLength={200}
              autoComplete="off"
              onChange={(change) => form.renameOption(index, change.target.value)}
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
              onClick={() => remove(index)}
              aria-label={t('options.remove', { number: index + 1 })}
            >
              <Icon of={IconX} />
            </button>
          </li>
        ))}
      </ul>
      <FieldError id={`${id}-error`} error={error} />
      {options.length < mostOptions && (
        <Button variant="text" size="small" icon={IconPlus} onClick={add}>
          {t('options.add')}
        </Button>
      )}
    </div>
  )
}
