import { IconUsersPlus } from '@tabler/icons-react'
import { useLocation } from 'react-router'
import { Button } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import { togetherToken } from '../../../lib/together-link.js'
import { foundGroup } from '../api/together.js'
import type { PersonalProps } from '../personal-page.js'
import { CompanionList } from './companion-list.js'
import { JoinOffer } from './join-offer.js'
import { LeaveGroup } from './leave-group.js'
import { ShareLink } from './share-link.js'
import styles from './together-section.module.css'

/** With whom she comes: until the close hers to arrange, after it as it was sealed. */
export function TogetherSection(props: PersonalProps) {
  const { me, token, actions } = props
  const t = useText('me')
  const invitedBy = togetherToken(useLocation().hash)
  const { together } = me
  if (!together) return null
  const alone = together.companions.length === 0
  if (!me.can.comeTogether)
    return alone ? null : (
      <section className={styles.together}>
        <h2>{t('together.with')}</h2>
        <CompanionList {...props} companions={together.companions.filter(({ state }) => state === 'confirmed' || !me.draw)} />
        <p className="small soft">{t(me.invitation ? 'together.answering' : me.draw ? 'together.sealed' : 'together.rule')}</p>
      </section>
    )

  return (
    <section className={styles.together}>
      <h2>{t('together.title')}</h2>
      {invitedBy && alone && <JoinOffer {...props} groupToken={invitedBy} />}
      <p>{t('together.intro', { count: together.largest - 1 })}</p>
      {alone ? (
        <Button
          variant="quiet"
          icon={IconUsersPlus}
          busy={actions.busy === 'found'}
          onClick={() => void actions.change('found', () => foundGroup(token))}
        >
          {t('together.found')}
        </Button>
      ) : (
        <>
          <CompanionList {...props} companions={together.companions} removable />
          <ShareLink {...props} />
          <p className="small soft">{t('together.confirming')}</p>
        </>
      )}
      <p className="small soft">{t('together.lot')}</p>
      {!alone && <LeaveGroup {...props} />}
    </section>
  )
}
