import { EmptyState, Loaded, PageHead } from '../../../components/index.js'
import type { EventHome, SurveyResults } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import { useSurvey } from '../api.js'
import { useEventHome } from '../event-home.js'
import { FunnelFigure } from './funnel-figure.js'
import styles from './results-page.module.css'
import { SurveyQuestion } from './survey-question.js'

/** What became of the event: from applied to answered, and what people say. */
export function ResultsPage() {
  const t = useText('console')
  const event = useCurrentEvent()
  const { organization } = useMembership()
  const home = useEventHome(organization.slug, event.id)
  const survey = useSurvey(organization.slug, event.id)
  return (
    <div className={styles.page}>
      <PageHead title={t('results.title', { event: event.title })} heading={t('results.heading')} />
      <Loaded of={home}>{(data) => <Path home={data} />}</Loaded>
      <Loaded of={survey}>{(data) => <Answers survey={data} />}</Loaded>
    </div>
  )
}

function Path({ home: { funnel, event } }: { home: EventHome }) {
  const t = useText('console')
  const count = (key: EventHome['funnel'][number]['key']) => funnel.find((step) => step.key === key)?.count ?? 0
  return (
    <div className={styles.path}>
      <FunnelFigure funnel={funnel} phase={event.phase} />
      {count('came') > 0 && <p className={styles.said}>{t('results.funnelText', { came: count('came'), accepted: count('accepted') })}</p>}
    </div>
  )
}

function Answers({ survey: { questions, responses, sent } }: { survey: SurveyResults }) {
  const t = useText('console')
  return (
    <section className={styles.survey} aria-labelledby="survey">
      <header>
        <h2 id="survey">{t('results.survey')}</h2>
        {sent > 0 && <p>{t('results.responses', { responses, sent })}</p>}
      </header>
      {responses ? (
        <div className={styles.questions}>
          {questions.map((one) => (
            <SurveyQuestion key={one.question.id} {...one} />
          ))}
        </div>
      ) : (
        <EmptyState title={t('results.none')}>{t('results.noneText')}</EmptyState>
      )}
    </section>
  )
}
