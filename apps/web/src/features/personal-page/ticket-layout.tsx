import { useState } from 'react'
import { useLocation } from 'react-router'
import { givenName } from '../../lib/given-name.js'
import { Icon, PersonName } from '../../components/index.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import { togetherToken } from '../../lib/together-link.js'
import { ApplicationTicket } from '../ticket/index.js'
import { AddressSection } from './address/address-section.js'
import { AnswerBar, AnswerButtons } from './answer-buttons.js'
import { ExclusionSection } from './exclusion-section.js'
import { HostNote } from '../event-parts/index.js'
import { InclusionSection } from './inclusion/inclusion-section.js'
import { NextSteps } from './next-steps.js'
import { OfflineNotice } from './offline/offline-notice.js'
import { OwnApplication } from './own-application.js'
import { PersonalFooter } from './personal-footer.js'
import { PersonalHeader } from './personal-header.js'
import type { PersonalProps } from './personal-page.js'
import { ProblemLine } from './problem-line.js'
import { ProvenHandles } from './proven-handles/proven-handles.js'
import { PutAsideSection } from './put-aside-section.js'
import { StepActions } from './step-actions.js'
import { stepValues } from './step-values.js'
import { stepWords } from './step-words.js'
import { SurveySection } from './survey-section.js'
import { TogetherSection } from './together/together-section.js'
import { UndoBar } from './withdrawal/undo-bar.js'
import styles from './ticket-layout.module.css'

/** The page while the ticket is what matters: where it stands, what to do, what happens next. */
export function TicketLayout(props: PersonalProps) {
  const { me, since, actions, landing } = props
  const t = useText('me')
  const locale = useLocale()
  // Whoever came by the link of a group reads first whom she would join.
  const [cameByGroup] = useState(togetherToken(useLocation().hash) !== null)
  const words = stepWords(me)
  const values = stepValues(me, locale)
  const name = <PersonName>{givenName(me.name)}</PersonName>
  const reason = me.step === 'cancelled' ? me.event.cancelReason : null
  return (
    <>
      <PersonalHeader event={me.event} />
      <main id="main" className={`wrap ${styles.page}`} data-step={me.step}>
        <div className={styles.head}>
          <OfflineNotice {...props} />
          <p className={`eyebrow ${styles.eyebrow}`}>
            <Icon of={words.icon} />
            <span>{t(words.eyebrow, values)}</span>
          </p>
          <h1 className={styles.title}>{t.rich(words.title, { ...values, name })}</h1>
        </div>
        <div className={styles.ticket}>
          <ApplicationTicket event={me.event} name={me.name} number={me.ticket.number} stamps={me.stamps} landing={landing} />
        </div>
        <div className={styles.body}>
          <HostNote event={me.event}>
            {t.rich(words.text, { ...values, email: <b>{values.email}</b>, strong: (inside) => <strong>{inside}</strong> })}
            {reason && <span lang={me.event.locale}> {reason}</span>}
          </HostNote>
          {me.draw?.lots && me.draw.lots > 1 && <p className="small soft">{t('draw.lots', { count: me.draw.lots })}</p>}
          <ProblemLine problem={actions.problem} />
          {me.can.answer && <AnswerButtons {...props} />}
          {me.step === 'setAside' && me.putAside && <PutAsideSection putAside={me.putAside} />}
          {me.exclusion && <ExclusionSection {...props} exclusion={me.exclusion} />}
          {!since && <ProvenHandles {...props} />}
          <StepActions {...props} />
          {me.survey && <SurveySection {...props} />}
          {cameByGroup && <TogetherSection {...props} />}
        </div>
        <div className={styles.rest}>
          {!cameByGroup && <TogetherSection {...props} />}
          <NextSteps me={me} />
          {me.can.edit && <OwnApplication {...props} />}
          {!since && <InclusionSection {...props} />}
          <AddressSection {...props} />
        </div>
        {me.can.answer && <AnswerBar {...props} />}
      </main>
      <UndoBar {...props} />
      <PersonalFooter {...props} />
    </>
  )
}
