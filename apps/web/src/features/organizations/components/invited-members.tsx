import { Button, Failure } from '../../../components/index.js'
import { useToast } from '../../../components/toast/toast.js'
import type { MemberInvitation } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { formatDay } from '../../../lib/time.js'
import { useRevokeMemberInvitation } from '../api.js'
import styles from './team-page.module.css'

const zoneHere = Intl.DateTimeFormat().resolvedOptions().timeZone

export function InvitedMembers({ invitations, mayManage }: { invitations: MemberInvitation[]; mayManage: boolean }) {
  const t = useText('console')
  const locale = useLocale()
  const { organization } = useMembership()
  const revoke = useRevokeMemberInvitation(organization.slug)
  const say = useToast()
  const run = ({ id, email }: MemberInvitation) => revoke.mutate(id, { onSuccess: () => say(t('team.revoked', { email })) })
  return (
    <section className={styles.group} aria-labelledby="invited">
      <h2 id="invited">{t('team.invitations')}</h2>
      <ul>
        {invitations.map((invitation) => (
          <li key={invitation.id} className={`${styles.row} ${styles.invited}`}>
            <p>
              <bdi>{invitation.email}</bdi>
              <br />
              <span className="small soft">{t('team.expires', { date: formatDay(invitation.expiresAt, zoneHere, locale) })}</span>
            </p>
            <div className={styles.role}>{t(`roles.${invitation.role}`)}</div>
            <div className={styles.action}>
              {mayManage && (
                <Button
                  variant="text"
                  size="small"
                  busy={revoke.isPending && revoke.variables === invitation.id}
                  onClick={() => run(invitation)}
                  aria-label={t('team.revokeOf', { email: invitation.email })}
                >
                  {t('team.revoke')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <Failure of={revoke.error} />
    </section>
  )
}
