import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { type ComponentProps, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useFieldControl } from '../field/field.js'
import { Icon } from '../icon/icon.js'
import inputStyles from '../input/input.module.css'
import styles from './combobox.module.css'
import { type ComboboxOption, findOptions, searchable } from './find-options.js'

type Props = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'list'> & {
  options: readonly ComboboxOption[]
  /** The value of an option, or what was typed while it is none. */
  value: string
  onChange: (value: string) => void
  words: { none: string; found: (count: number) => string }
}

/** One of many, found by typing a part of its name (the combobox with a list of the ARIA practices). */
export function Combobox({ options, value, onChange, onBlur, words, ...rest }: Props) {
  const field = useFieldControl()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const chosen = options.find((option) => option.value === value)
  const shown = chosen?.label ?? value
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState(-1)
  const found = findOptions(options, typed ?? '')
  const current = found[active]

  useEffect(() => {
    if (open) list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' })
  }, [open, active])

  const close = () => {
    setOpen(false)
    setTyped(null)
    setActive(-1)
  }
  const choose = (option: ComboboxOption) => {
    onChange(option.value)
    close()
  }
  const type = (text: string) => {
    const exact = options.find(({ label }) => searchable(label) === searchable(text))
    onChange(exact && text !== '' ? exact.value : text)
    setTyped(text)
    setOpen(true)
    setActive(text.trim() === '' ? -1 : 0)
  }
  const show = () => {
    setOpen(true)
    setActive(found.findIndex((option) => option.value === value))
  }
  const leave = () => {
    // Whoever typed enough to mean only one has chosen it.
    if (typed?.trim() && found.length === 1 && found[0]) onChange(found[0].value)
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      if (!open) return show()
      return setActive((active + step + found.length) % Math.max(1, found.length))
    }
    if (event.key === 'Escape' && open) return close()
    if (event.key !== 'Enter' || !open) return
    event.preventDefault()
    if (current) choose(current)
  }

  return (
    <div className={styles.combobox}>
      <input
        {...field}
        {...rest}
        className={inputStyles.input}
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && current ? `${id}-${current.value}` : undefined}
        spellCheck={false}
        value={typed ?? shown}
        onChange={(event) => type(event.target.value)}
        onClick={show}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          leave()
          onBlur?.(event)
        }}
      />
      <Icon of={IconChevronDown} className={styles.chevron} />
      {/* A press on the list must not take the focus from the box. */}
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        tabIndex={-1}
        aria-label={words.found(found.length)}
        className={styles.list}
        hidden={!open}
        onMouseDown={(event) => event.preventDefault()}
      >
        {open &&
          found.map((option, index) => (
            <button
              type="button"
              tabIndex={-1}
              key={option.value}
              id={`${id}-${option.value}`}
              role="option"
              aria-selected={option.value === value}
              data-active={index === active || undefined}
              className={styles.option}
              onClick={() => choose(option)}
            >
              {option.label}
              {option.value === value && <Icon of={IconCheck} />}
            </button>
          ))}
        {open && found.length === 0 && (
          <div className={styles.none} role="presentation">
            {words.none}
          </div>
        )}
      </div>
      <output className="sr">{open && typed ? (found.length === 0 ? words.none : words.found(found.length)) : ''}</output>
    </div>
  )
}
