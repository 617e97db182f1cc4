import { IconCheck, IconHandStop, IconHistory } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useEffect, useRef } from 'react'
import { Button, classNames, PersonName } from '../../../components/index.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import type { CheckInResult } from '../../../lib/api/types.js'
import { formatTime } from '../../../lib/time.js'
import styles from './answer-panel.module.css'

const icons: Record<CheckInResult['result'], ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: true }>> = {
  yes: IconCheck,
  already: IconHistory,
  no: IconHandStop,
}

type Props = { answer: CheckInResult; timeZone: string; undoing: boolean; onNext: () => void; onUndo: (applicationId: string) => void }

/** Yes, already in, or no and why: large enough for an arm's length, in colour, sign and word. */
export function AnswerPanel({ answer, timeZone, undoing, onNext, onUndo }: Props) {
  const t = useText('door')
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => next.current?.focus(), [answer])
  const { result, person } = answer
  const Sign = icons[result]
  return (
    <section className={classNames(styles.answer, styles[result])}>
      <output aria-live="assertive" className={styles.words}>
        <Sign size={72} stroke={2} aria-hidden />
        <p className={styles.word}>{t(`result.${result}`)}</p>
        <p className={styles.text}>
          <Words answer={answer} timeZone={timeZone} />
        </p>
        {person && (
          <p className={styles.facts}>
            {result === 'no' && <PersonName>{person.name}</PersonName>} {person.handle && <bdi>{person.handle}</bdi>}{' '}
            {t.rich('result.ticket', { number: <span className="mono">{person.ticketNumber}</span> })}
          </p>
        )}
      </output>
      <div className={styles.buttons}>
        <Button ref={next} onClick={onNext} className={styles.next}>
          {t('result.next')}
        </Button>
        {result === 'yes' && person && (
          <Button variant="quiet" busy={undoing} onClick={() => onUndo(person.applicationId)}>
            {t('result.undo')}
          </Button>
        )}
      </div>
    </section>
  )
}

function Words({ answer: { result, reason, person, at }, timeZone }: { answer: CheckInResult; timeZone: string }) {
  const t = useText('door')
  const locale = useLocale()
  const name = person ? <PersonName>{person.name}</PersonName> : ''
  if (result === 'yes') return t.rich('result.yesText', { name })
  if (result === 'already') return t.rich('result.alreadyText', { name, time: at ? formatTime(at, timeZone, locale) : '' })
  return t(`result.${reason ?? 'unknown'}`)
}
