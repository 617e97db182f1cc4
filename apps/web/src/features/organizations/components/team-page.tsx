import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { may } from '#permissions'
import { Button, Loaded, PageHead } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useMembers } from '../api.js'
import { InvitedMembers } from './invited-members.js'
import { InviteDialog } from './invite-dialog.js'
import { MemberList } from './member-list.js'
import styles from './team-page.module.css'

export function TeamPage() {
  const t = useText('console')
  const { organization, role } = useMembership()
  const team = useMembers(organization.slug)
  const mayManage = may(role, 'members.manage')
  const [inviting, setInviting] = useState(false)
  return (
    <div className={styles.page}>
      <PageHead
        heading={t('team.heading')}
        below={t('team.lede')}
        actions={
          mayManage && (
            <Button icon={IconUserPlus} onClick={() => setInviting(true)}>
              {t('team.invite')}
            </Button>
          )
        }
      />
      <Loaded of={team}>
        {({ members, invitations }) => (
          <>
            <MemberList members={members} mayManage={mayManage} />
            {invitations.length > 0 && <InvitedMembers invitations={invitations} mayManage={mayManage} />}
          </>
        )}
      </Loaded>
      <InviteDialog open={inviting} onClose={() => setInviting(false)} />
    </div>
  )
}
