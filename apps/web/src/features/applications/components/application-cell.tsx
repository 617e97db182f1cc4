import { IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Icon } from '../../../components/index.js'
import type { ApplicationRow, Question } from '../../../lib/api/types.js'
import { currentLocale, formatNumber, type useText } from '../../../lib/i18n/index.js'
import { formatMoment } from '../../../lib/time.js'
import { AnswerValue, countryName, HandleName } from '../../questions/index.js'

type Cell = {
  column: string
  application: ApplicationRow
  timeZone: string
  questions: readonly Question[]
  t: ReturnType<typeof useText<'console'>>
  /** Where a file that she sent is read. */
  fileOf: (id: string) => { name: null; url: string }
}

/** What one column says of one application; nothing where there is nothing to say. */
export function cellOf({ column, application, timeZone, questions, t, fileOf }: Cell): ReactNode {
  switch (column) {
    case 'ticket':
      return <span className="mono">{application.ticketNumber}</span>
    case 'received':
      return formatMoment(application.receivedAt, timeZone, currentLocale(), { weekday: 'none', month: 'short' })
    case 'rank':
      return application.rank === null ? null : formatNumber(application.rank)
    case 'country':
      return application.country && countryName(application.country, currentLocale())
    case 'handle':
      return application.handle && <Handle handle={application.handle} proven={application.handleProven} word={t('applications.proven')} />
    case 'fan':
      return t(application.returning ? 'applications.fanReturning' : 'applications.fanNew')
    case 'tags':
      return application.tags.join(', ')
    default: {
      const answer = application.answers[column]
      const { type, settings } = questions.find(({ id }) => id === column) ?? {}
      return answer === undefined ? null : <AnswerValue answer={answer} type={type} settings={settings} fileOf={fileOf} />
    }
  }
}

const Handle = ({ handle, proven, word }: { handle: string; proven: boolean; word: string }) => (
  <>
    <HandleName handle={handle} />
    {proven && (
      <>
        {' '}
        <Icon of={IconCircleCheck} />
        <span className="sr">{word}</span>
      </>
    )}
  </>
)
