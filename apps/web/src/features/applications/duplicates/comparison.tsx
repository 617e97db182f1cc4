import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '../../../app/paths.js'
import { classNames, PersonName } from '../../../components/index.js'
import type { ApplicationRow, Question } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { formatMoment } from '../../../lib/time.js'
import { useCurrentEvent, useEvent } from '../../events/index.js'
import { AnswerValue, countryName, HandleName } from '../../questions/index.js'
import { StepMark } from '../components/step-mark.js'
import { answerFileUrl } from '../story-api.js'
import styles from './comparison.module.css'
import { letterOf } from './letters.js'

type Line = {
  name: string
  /** Never the same for two, so that it says nothing. */
  ownToEach?: true
  said: (row: ApplicationRow) => string
  shown?: (row: ApplicationRow) => ReactNode
}

/** One line for each thing that is known of them: what is the same stays quiet, what differs stands out. */
export function Comparison({ compared }: { compared: readonly ApplicationRow[] }) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const { data } = useEvent(organization.slug, event.id)
  const urlOf = ({ id }: ApplicationRow, fileId: string) =>
    answerFileUrl({ organization: organization.slug, eventId: event.id, applicationId: id }, fileId)
  const lines = [...useKnown(), ...answerLines(data?.questions ?? [], urlOf)].filter((line) =>
    compared.some((row) => line.said(row) !== ''),
  )
  if (compared.length === 0) return null
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t('duplicates.setHeading', { count: compared.length })}>
        <thead>
          <tr>
            <th scope="col">{t('duplicates.column.about')}</th>
            {compared.map((row, place) => (
              <th key={row.id} scope="col">
                <span className={styles.letter}>{letterOf(place)}</span>
                <Link to={paths.consoleEventPage(organization.slug, event.id, `applications/${row.id}/all`)}>
                  <PersonName>{row.name}</PersonName>
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <Row key={`${line.name}-${index}`} line={line} compared={compared} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ line: { name, ownToEach, said, shown = said }, compared }: { line: Line; compared: readonly ApplicationRow[] }) {
  const t = useText('console')
  const tells = compared.length > 1 && !ownToEach
  const differs = new Set(compared.map(said)).size > 1
  return (
    <tr className={classNames(tells && (differs ? styles.differs : styles.same))}>
      <th scope="row">
        {name}
        {tells && <small>{t(differs ? 'duplicates.differs' : 'duplicates.same')}</small>}
      </th>
      {compared.map((row, place) => (
        <td key={row.id} data-letter={letterOf(place)}>
          <div>{said(row) === '' ? <span className="soft">–</span> : shown(row)}</div>
        </td>
      ))}
    </tr>
  )
}

function useKnown(): Line[] {
  const t = useText('console')
  const locale = useLocale()
  const { timeZone } = useCurrentEvent()
  const moment = (at: string | null): string => (at ? formatMoment(at, timeZone, locale, { weekday: 'none', month: 'short' }) : '')
  const isolated = (said: Line['said']) => (row: ApplicationRow) => <bdi>{said(row)}</bdi>
  const email: Line['said'] = (row) => row.email
  const name: Line['said'] = (row) => row.name
  const standing = (row: ApplicationRow) => t(row.handleProven ? 'applications.proven' : 'applications.claimed')
  const handle: Line['said'] = (row) => (row.handle === null ? '' : `${row.handle} ${standing(row)}`)
  return [
    { name: t('duplicates.column.step'), said: (row) => row.step, shown: (row) => <StepMark step={row.step} /> },
    { name: t('duplicates.column.name'), said: name, shown: isolated(name) },
    { name: t('applications.address'), said: email, shown: isolated(email) },
    { name: t('applications.handle'), said: handle, shown: (row) => <Account handle={row.handle ?? ''} standing={standing(row)} /> },
    { name: t('applications.column.received'), said: (row) => moment(row.receivedAt) },
    { name: t('duplicates.column.confirmed'), said: (row) => moment(row.confirmedAt) },
    { name: t('together.title'), said: (row) => row.together.join(', ') },
    { name: t('applications.column.fan'), said: (row) => t(row.returning ? 'applications.fanReturning' : 'applications.fanNew') },
    { name: t('applications.column.country'), said: (row) => (row.country ? countryName(row.country, locale) : '') },
    { name: t('applications.column.tags'), said: (row) => row.tags.join(', ') },
    { name: t('applications.column.ticket'), ownToEach: true, said: (row) => row.ticketNumber },
  ]
}

const Account = ({ handle, standing }: { handle: string; standing: string }) => (
  <>
    <HandleName handle={handle} /> ({standing})
  </>
)

function answerLines(questions: readonly Question[], urlOf: (row: ApplicationRow, fileId: string) => string): Line[] {
  return questions
    .filter(({ type }) => type !== 'heading')
    .map(({ id, label, type, settings }) => ({
      name: label,
      said: ({ answers }) => [answers[id] ?? ''].flat().join(', '),
      shown: (row) => (
        <AnswerValue
          answer={row.answers[id]}
          type={type}
          settings={settings}
          fileOf={(fileId) => ({ name: null, url: urlOf(row, fileId) })}
        />
      ),
    }))
}
