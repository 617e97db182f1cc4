import { IconArrowRight } from '@tabler/icons-react'
import { paths } from '../../app/paths.js'
import { Button, ButtonLink, Notice } from '../../components/index.js'
import { hasStatus } from '../../lib/api/problem.js'
import type { PublicEvent } from '../../lib/api/types.js'
import { useText } from '../../lib/i18n/index.js'
import { ownTicket } from '../../lib/own-ticket.js'
import { togetherFragment } from '../../lib/together-link.js'
import { NamesList, useGroupPreview } from '../together/index.js'

type Props = { event: PublicEvent; token: string; onAlone: () => void }

/** For somebody who came by the link of a group: whom she joins, what that means, and the way to do without. */
export function TogetherStrip({ event, token, onAlone }: Props) {
  const t = useText('apply')
  const { data: group, error } = useGroupPreview(event, token)
  const alone = (
    <Button variant="quiet" size="small" onClick={onAlone}>
      {t('together.alone')}
    </Button>
  )
  if (hasStatus(error, 404))
    return (
      <Notice kind="attention" title={t('together.unknown.title')} action={alone} live>
        {t('together.unknown.text')}
      </Notice>
    )
  if (!group) return null
  if (group.free === 0)
    return (
      <Notice kind="attention" title={t('together.full.title')} action={alone} live>
        {t('together.full.text', { count: group.largest })}
      </Notice>
    )
  const own = ownTicket(event.id)
  return (
    <Notice
      title={t.rich('together.title', { names: <NamesList names={group.names} /> })}
      live
      action={
        <>
          {own && (
            <ButtonLink size="small" to={paths.me(own.personalToken) + togetherFragment(token)} iconAfter={IconArrowRight}>
              {t('together.withOwn')}
            </ButtonLink>
          )}
          {alone}
        </>
      }
    >
      <p>{t(own ? 'together.appliedHere' : 'together.rule')}</p>
    </Notice>
  )
}
