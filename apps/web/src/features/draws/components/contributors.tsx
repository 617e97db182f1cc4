import { IconCheck, IconHourglass, IconLink, type TablerIcon } from '@tabler/icons-react'
import { type ComponentProps, useState } from 'react'
import { may } from '#permissions'
import { Button, Dialog, Failure, PersonName, StateMark } from '../../../components/index.js'
import type { Contributors as ContributorList } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { formatMoment } from '../../../lib/time.js'
import { useCurrentEvent } from '../../events/index.js'
import { CopyLink } from '../../ticket/index.js'
import { useContributors, useMakeLink } from '../api.js'
import styles from './contributors.module.css'
import { StartAgain } from './start-again.js'

type Contributor = ContributorList['items'][number]

const looks: Record<Contributor['state'], { icon: TablerIcon; tint: ComponentProps<typeof StateMark>['tint'] }> = {
  missing: { icon: IconHourglass, tint: 'attention' },
  invited: { icon: IconLink, tint: 'attention' },
  committed: { icon: IconCheck, tint: 'accent' },
  revealed: { icon: IconCheck, tint: 'done' },
}

/** Whose secrets go into the seed, how far each is, and the link that lets her in; nothing when no secret is planned. */
export function Contributors() {
  const t = useText('console')
  const locale = useLocale()
  const { organization, role } = useMembership()
  const event = useCurrentEvent()
  const { data } = useContributors(organization.slug, event.id)
  const [linking, setLinking] = useState<Contributor | null>(null)
  if (!data?.items.length) return null
  const over = event.phase === 'drawn' || event.phase === 'live' || event.phase === 'wrapped' || event.phase === 'archived'
  return (
    <section className={styles.contributors} aria-labelledby="contributors">
      <h2 id="contributors">{t('secrets.title')}</h2>
      <p>
        {t(`secrets.text.${data.mode}`)}{' '}
        {data.commitUntil && t('secrets.until', { when: formatMoment(data.commitUntil, event.timeZone, locale) })}
      </p>
      <ul>
        {data.items.map((contributor) => (
          <li key={contributor.id} className={styles.row}>
            <b>
              <PersonName>{contributor.name}</PersonName>
            </b>
            <StateMark icon={looks[contributor.state].icon} tint={looks[contributor.state].tint}>
              {t(`secrets.state.${contributor.state}`)}
            </StateMark>
            {!over && contributor.state !== 'revealed' && (
              <Button
                variant="text"
                size="small"
                onClick={() => setLinking(contributor)}
                aria-label={t('secrets.linkOf', { name: contributor.name })}
              >
                {t('secrets.link')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {data.absentFrom && (
        <StartAgain from={formatMoment(data.absentFrom, event.timeZone, locale)} can={data.canStartAgain && may(role, 'draws.run')} />
      )}
      {linking && <LinkDialog contributor={linking} onClose={() => setLinking(null)} />}
    </section>
  )
}

function LinkDialog({ contributor: { id, name, state }, onClose }: { contributor: Contributor; onClose: () => void }) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const make = useMakeLink(organization.slug, event.id)
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('secrets.linkHeading', { name })}
      actions={
        make.data ? (
          <Button variant="quiet" onClick={onClose}>
            {t('state.close')}
          </Button>
        ) : (
          <>
            <Button variant="quiet" onClick={onClose}>
              {t('state.cancel')}
            </Button>
            <Button busy={make.isPending} onClick={() => make.mutate(id)}>
              {t('secrets.link')}
            </Button>
          </>
        )
      }
    >
      {make.data ? (
        <>
          <p>{t('secrets.linkMade', { name })}</p>
          <CopyLink address={make.data.url} label={t('secrets.linkHeading', { name })} />
        </>
      ) : (
        <p>{t(state === 'missing' ? 'secrets.linkText' : 'secrets.linkAgain', { name })}</p>
      )}
      <Failure of={make.error} />
    </Dialog>
  )
}
