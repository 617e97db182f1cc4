import { may } from '#permissions'
import { useToast } from '../../../components/toast/toast.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import { type Decision, useJudge } from './api.js'

/** Deciding with the way back: what was done is said, and can be undone from there. */
export function useDeciding() {
  const t = useText('console')
  const { organization, role } = useMembership()
  const event = useCurrentEvent()
  const judge = useJudge(organization.slug, event.id)
  const say = useToast()
  return {
    allowed: may(role, 'applications.judge'),
    judge,
    /** Throws what the server says against it. */
    decide: async (decision: Decision, said: string) => {
      const { items } = await judge.mutateAsync(decision)
      const id = items[0]?.id
      say(said, id === undefined ? undefined : { label: t('duplicates.undo'), run: () => judge.mutate({ act: `judgements/${id}/undo` }) })
    },
  }
}
