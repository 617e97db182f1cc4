import { useState } from 'react'
import type { PersonalPage as Me } from '../../lib/api/types.js'
import { ComingLayout } from './coming/coming-layout.js'
import { useManifest } from './home-screen/use-manifest.js'
import { isAfterwards } from './moments.js'
import { usePersonalActions } from './use-personal-actions.js'
import { TicketLayout } from './ticket-layout.js'

type Props = {
  token: string
  me: Me
  /** Since when there has been no connection; null while there is one. */
  since: string | null
  onChange: (me: Me) => void
  reload: () => Promise<void>
}

export type PersonalProps = Pick<Props, 'token' | 'me' | 'since' | 'reload'> & {
  actions: ReturnType<typeof usePersonalActions>
  landing: boolean
}

/** One link from the first minute to the thanks: whoever is coming sees the day, everybody else the ticket and what happens to it. */
export function PersonalPage({ token, me, since, onChange, reload }: Props) {
  useManifest(token, me.event.organization.slug)
  const actions = usePersonalActions(onChange, reload)
  const [newestAtFirst] = useState(me.stamps.at(-1)?.kind)
  const landing = me.stamps.at(-1)?.kind !== newestAtFirst
  const props: PersonalProps = { token, me, since, reload, actions, landing }
  const isOnTheDay = me.step === 'coming' || (me.step === 'checkedIn' && !isAfterwards(me))
  return isOnTheDay ? <ComingLayout {...props} /> : <TicketLayout {...props} />
}
