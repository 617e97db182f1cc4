import { Button, Failure } from '../../../components/index.js'
import { useToast } from '../../../components/toast/toast.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import { useTakeSeatBack } from '../api.js'

/** Takes a seat back at once: until the freeze it can be given again. */
export function TakeBackButton({ applicationId, name }: { applicationId: string; name: string }) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const takeBack = useTakeSeatBack(organization.slug, event.id)
  const say = useToast()
  return (
    <>
      <Button
        variant="text"
        size="small"
        busy={takeBack.isPending}
        aria-label={t('picks.takeBackOf', { name })}
        onClick={() => takeBack.mutate(applicationId, { onSuccess: () => say(t('picks.takenBack', { name })) })}
      >
        {t('picks.takeBack')}
      </Button>
      <Failure of={takeBack.error} />
    </>
  )
}
