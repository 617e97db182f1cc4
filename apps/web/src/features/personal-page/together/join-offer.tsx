import { IconUsers } from '@tabler/icons-react'
import { useLocation, useNavigate } from 'react-router'
import { Button, Notice } from '../../../components/index.js'
import { hasStatus } from '../../../lib/api/problem.js'
import { useText } from '../../../lib/i18n/index.js'
import { NamesList, useGroupPreview } from '../../together/index.js'
import { joinGroup } from '../api/together.js'
import type { PersonalProps } from '../personal-page.js'

/** She has applied and came by the link of a group: whom she would join, and the yes that only she can give. */
export function JoinOffer({ me, token, groupToken, actions }: PersonalProps & { groupToken: string }) {
  const t = useText('me')
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const { data: group, error } = useGroupPreview(me.event, groupToken)

  async function join() {
    const joined = await actions.change('join', () => joinGroup(token, groupToken))
    if (joined) void navigate(pathname, { replace: true, preventScrollReset: true })
  }

  if (hasStatus(error, 404))
    return (
      <Notice kind="attention" live>
        {t('together.join.unknown')}
      </Notice>
    )
  if (!group) return null
  if (group.free === 0)
    return (
      <Notice kind="attention" live>
        {t('together.join.full', { count: group.largest })}
      </Notice>
    )
  return (
    <Notice
      live
      title={t.rich('together.join.title', { names: <NamesList names={group.names} /> })}
      action={
        <Button size="small" icon={IconUsers} busy={actions.busy === 'join'} onClick={() => void join()}>
          {t('together.join.go')}
        </Button>
      }
    >
      <p>{t('together.rule')}</p>
    </Notice>
  )
}
