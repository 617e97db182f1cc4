import { type ReactNode, useId } from 'react'
import { Button, Checkbox, classNames, FieldError, PersonName } from '../../../components/index.js'
import type { ApplicationRow } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import styles from './duplicates.module.css'
import { letterOf } from './letters.js'

export type Choosable = Pick<ApplicationRow, 'id' | 'name' | 'email' | 'confirmedAt'>

/** The rest of a set that is longer than a page. */
export type Rest = { more: (() => void) | null; busy: boolean }

type Props = {
  label: ReactNode
  people: readonly Choosable[]
  chosen: readonly string[]
  onChange: (ids: readonly string[]) => void
  /** Those that stand side by side, in the order of their letters. */
  compared: readonly { readonly id: string }[]
  /** At so many chosen ones the others can no longer be. */
  most?: number
  rest: Rest
  error?: string | undefined
  name?: string
  className?: string | undefined
  /** Below them. */
  children?: ReactNode
}

/** Some of a set, by name and address; those side by side with their letters. */
export function PeopleChoice(props: Props) {
  const { label, people, chosen, onChange, compared, most, rest, error, name, className, children } = props
  const t = useText('console')
  const errorId = useId()
  const toggle = (id: string) => onChange(people.map((one) => one.id).filter((one) => (one === id) !== chosen.includes(one)))
  return (
    <fieldset className={classNames(styles.choice, className)} aria-describedby={error ? errorId : undefined} data-field={name}>
      <legend>{label}</legend>
      <div className={styles.choices}>
        {people.map(({ id, name: called, email, confirmedAt }) => {
          const place = compared.findIndex((one) => one.id === id)
          return (
            <Checkbox
              key={id}
              checked={chosen.includes(id)}
              disabled={!chosen.includes(id) && most !== undefined && chosen.length >= most}
              onChange={() => toggle(id)}
              data-invalid={error ? true : undefined}
              label={
                <>
                  {place >= 0 && <strong>{letterOf(place)}: </strong>}
                  <PersonName>{called}</PersonName>
                </>
              }
              help={
                <>
                  <bdi>{email}</bdi>
                  {confirmedAt && `, ${t('step.confirmed').toLowerCase()}`}
                </>
              }
            />
          )
        })}
      </div>
      <FieldError id={errorId} error={error} />
      <div className={styles.below}>
        {children}
        {rest.more && (
          <Button variant="quiet" size="small" busy={rest.busy} onClick={rest.more}>
            {t('state.more')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
