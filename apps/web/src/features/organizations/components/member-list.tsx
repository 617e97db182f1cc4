import { useState } from 'react'
import { roles } from '#permissions'
import { Avatar, Button, Dialog, Failure, PersonName, Select } from '../../../components/index.js'
import { useToast } from '../../../components/toast/toast.js'
import type { Member, Role } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useChangeRole, useRemoveMember } from '../api.js'
import styles from './team-page.module.css'

export function MemberList({ members, mayManage }: { members: Member[]; mayManage: boolean }) {
  const t = useText('console')
  const { organization } = useMembership()
  const changeRole = useChangeRole(organization.slug)
  const say = useToast()
  const [leaving, setLeaving] = useState<Member | null>(null)
  const owners = members.filter(({ role }) => role === 'owner')

  const change = ({ userId, name }: Member, role: Role) =>
    changeRole.mutate({ userId, role }, { onSuccess: () => say(t('team.roleChanged', { name, role: t(`roles.${role}`) })) })

  return (
    <section className={styles.group} aria-labelledby="members">
      <h2 id="members">{t('team.members')}</h2>
      <ul>
        {members.map((member) => (
          <MemberRow
            key={member.userId}
            member={member}
            mayChange={mayManage && !(member.role === 'owner' && owners.length === 1)}
            onRole={(role) => change(member, role)}
            onRemove={() => setLeaving(member)}
          />
        ))}
      </ul>
      {mayManage && owners.length === 1 && <p className="small soft">{t('team.lastOwner')}</p>}
      <Failure of={changeRole.error} />
      {leaving && <RemoveDialog member={leaving} onClose={() => setLeaving(null)} />}
    </section>
  )
}

type RowProps = { member: Member; mayChange: boolean; onRole: (role: Role) => void; onRemove: () => void }

function MemberRow({ member, mayChange, onRole, onRemove }: RowProps) {
  const t = useText('console')
  const { user } = useMembership()
  return (
    <li className={styles.row}>
      <Avatar name={member.name} size="small" />
      <p>
        <b>
          <PersonName>{member.name}</PersonName>
        </b>
        {member.userId === user.id && <span className="small soft"> ({t('team.you')})</span>}
        <br />
        <span className="small soft">
          <bdi>{member.email}</bdi>
        </span>
      </p>
      <div className={styles.role}>
        {mayChange ? (
          <Select
            aria-label={t('team.roleOf', { name: member.name })}
            value={member.role}
            onChange={(event) => onRole(event.target.value as Role)}
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {t(`roles.${role}`)}
              </option>
            ))}
          </Select>
        ) : (
          t(`roles.${member.role}`)
        )}
      </div>
      <div className={styles.action}>
        {mayChange && (
          <Button variant="text" size="small" onClick={onRemove} aria-label={t('team.removeOf', { name: member.name })}>
            {t('team.remove')}
          </Button>
        )}
      </div>
    </li>
  )
}

function RemoveDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useText('console')
  const { organization } = useMembership()
  const remove = useRemoveMember(organization.slug)
  const say = useToast()
  const { name } = member
  const run = () =>
    remove.mutate(member.userId, {
      onSuccess: () => {
        say(t('team.removed', { name }))
        onClose()
      },
    })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('team.removeHeading', { name, organization: organization.name })}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('state.cancel')}
          </Button>
          <Button variant="danger" busy={remove.isPending} onClick={run}>
            {t('team.removeButton', { name })}
          </Button>
        </>
      }
    >
      <p>{t('team.removeText', { name })}</p>
      <Failure of={remove.error} />
    </Dialog>
  )
}
