import { Link } from 'react-router'
import { paths } from '../../../app/paths.js'
import { Loaded } from '../../../components/index.js'
import type { ApplicationStory } from '../../../lib/api/types.js'
import { formatNumber, useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { formatMoment } from '../../../lib/time.js'
import { useStory, type Which } from '../story-api.js'
import styles from './application-page.module.css'
import panel from './application-panel.module.css'
import { StepMark } from './step-mark.js'

/** The same person at other events of the organization, and what the team did about this application. */
export function Story({ which, timeZone }: { which: Which; timeZone: string }) {
  const query = useStory(which)
  return (
    <Loaded of={query}>
      {({ others, acts }) => (
        <>
          <Others others={others} timeZone={timeZone} />
          <Acts acts={acts} timeZone={timeZone} />
        </>
      )}
    </Loaded>
  )
}

function Others({ others, timeZone }: Pick<ApplicationStory, 'others'> & { timeZone: string }) {
  const t = useText('console')
  const locale = useLocale()
  const { organization } = useMembership()
  return (
    <section className={panel.part}>
      <h3>{t('story.others')}</h3>
      {others.length === 0 && <p className="small soft">{t('story.noOthers')}</p>}
      <ul className={others.length > 0 ? styles.rows : undefined}>
        {others.map(({ id, eventId, eventTitle, eventStartsAt, step, rank, checkedInAt }) => (
          <li key={id}>
            <span>
              <Link to={paths.consoleEventPage(organization.slug, eventId, `applications/${id}/all`)}>
                <bdi>{eventTitle}</bdi>
              </Link>
              <small>
                {eventStartsAt && formatMoment(eventStartsAt, timeZone, locale, { weekday: 'none', month: 'short' })}
                {rank !== null && `, ${t('applications.rankOf', { rank: formatNumber(rank) })}`}
                {checkedInAt &&
                  `, ${t('story.cameIn', { when: formatMoment(checkedInAt, timeZone, locale, { weekday: 'none', month: 'short' }) })}`}
              </small>
            </span>
            <StepMark step={step} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Acts({ acts, timeZone }: Pick<ApplicationStory, 'acts'> & { timeZone: string }) {
  const t = useText('console')
  const locale = useLocale()
  return (
    <section className={panel.part}>
      <h3>{t('story.acts')}</h3>
      {acts.length === 0 && <p className="small soft">{t('story.noActs')}</p>}
      <ul className={acts.length > 0 ? styles.rows : undefined}>
        {acts.map(({ action, by, at, before, after }, index) => {
          const name = `acts.${action}`
          return (
            <li key={`${action}-${at}-${index}`}>
              <span>
                {t.has(name) ? t(name) : action}
                <small>{changeWords(before, after)}</small>
              </span>
              <span className="small soft">
                {by && <bdi>{by}</bdi>} <time dateTime={at}>{formatMoment(at, timeZone, locale, { weekday: 'none', month: 'short' })}</time>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Which tags an act changed; other acts say enough by their name. */
function changeWords(before: object | null, after: object | null): string {
  const [old, now] = [tagsIn(before), tagsIn(after)]
  if (!old || !now) return ''
  return [
    ...now.filter((tag) => !old.includes(tag)).map((tag) => `+ ${tag}`),
    ...old.filter((tag) => !now.includes(tag)).map((tag) => `− ${tag}`),
  ].join(', ')
}

function tagsIn(fields: object | null): string[] | null {
  const tags: unknown = fields && 'tags' in fields ? fields.tags : null
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : null
}
