import type { RefObject } from 'react'
import type { PublicEvent } from '../../lib/api/types.js'
import { useText } from '../../lib/i18n/index.js'
import styles from './form-head.module.css'
import { minutesFor, type Step } from './form-plan.js'

type Props = { event: PublicEvent; steps: readonly Step[]; step: Step; heading: RefObject<HTMLHeadingElement | null> }

/** How far it is, and what this step is about: in the organizer's words where she gave it a heading. */
export function FormHead({ event, steps, step, heading }: Props) {
  const t = useText('apply')
  const at = steps.indexOf(step)
  const own = step.name === 'questions' ? step.heading : null
  const key = step.name === 'send' ? 'progress.last' : at === 0 ? 'progress.first' : 'progress.left'
  return (
    <div className={styles.head}>
      <p className="small soft">{t(key, { at: at + 1, of: steps.length, count: minutesFor(steps.slice(at)) })}</p>
      <h1 ref={heading} tabIndex={-1} className={styles.title} lang={own ? event.locale : undefined}>
        {own?.label ?? t(step.name === 'questions' ? 'title.stories' : `title.${step.name}`)}
      </h1>
      {own?.help && (
        <p className="soft" lang={event.locale}>
          {own.help}
        </p>
      )}
    </div>
  )
}
