import type { CSSProperties, ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { paths } from '../../../app/paths.js'
import { classNames, PersonName } from '../../../components/index.js'
import type { ApplicationRow as Row, Question } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import { NamesList } from '../../together/index.js'
import { answerFileUrl } from '../story-api.js'
import { cellOf } from './application-cell.js'
import styles from './application-row.module.css'
import { columnName } from './column-name.js'
import { StepMark } from './step-mark.js'

type Props = {
  application: Row
  columns: readonly string[]
  questions: readonly Question[]
  current: boolean
  /** Beside an open application there is room for name and step only. */
  compact: boolean
  chosen: boolean
  onChoose: (chosen: boolean) => void
  timeZone: string
}

/** One person of the list; the whole row opens her application. */
export function ApplicationRow({ application, columns, questions, current, compact, chosen, onChoose, timeZone }: Props) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const { search } = useLocation()
  const { id, name, email, together, step, pickReason } = application
  const fileOf = (fileId: string) => ({
    name: null,
    url: answerFileUrl({ organization: organization.slug, eventId: event.id, applicationId: id }, fileId),
  })
  return (
    <div
      className={classNames(styles.row, compact && styles.compact)}
      style={{ '--columns': columns.length } as CSSProperties}
      data-current={current || undefined}
      data-chosen={chosen || undefined}
    >
      <label className={styles.choose}>
        <input type="checkbox" checked={chosen} onChange={({ target }) => onChoose(target.checked)} />
        <span className="sr">{t('applications.choose', { name })}</span>
      </label>
      <div className={styles.who}>
        <Link
          to={{ pathname: paths.consoleEventPage(organization.slug, event.id, `applications/${id}`), search }}
          aria-current={current ? 'true' : undefined}
          data-application={id}
        >
          <PersonName>{name}</PersonName>
        </Link>
        <bdi>{email}</bdi>
        {together.length > 0 && <small>{t.rich('together.with', { names: <NamesList names={together} /> })}</small>}
      </div>
      {columns.map((column) => (
        <Cell key={column} column={column} name={columnName(column, questions, t)}>
          {cellOf({ column, application, timeZone, questions, t, fileOf })}
        </Cell>
      ))}
      <span className={styles.step}>
        <StepMark step={step} />
        {pickReason !== null && <small className={styles.pick}>{t('picks.mark')}</small>}
      </span>
    </div>
  )
}

/** Its name is for the ear, and on a phone for the eye too. An empty one takes no line there. */
function Cell({ column, name, children }: { column: string; name: string; children: ReactNode }) {
  return (
    <span className={classNames(styles.cell, styles[column])} data-empty={!children || undefined}>
      {children && <span className={styles.cellName}>{name} </span>}
      {children}
    </span>
  )
}
