import { useQuery } from '@tanstack/react-query'
import { Fact } from '../../../components/index.js'
import { request } from '../../../lib/api/client.js'
import type { ApplicationProof } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { eventBase, eventKey, useCurrentEvent } from '../../events/index.js'
import { ProvenMark } from '../../proofs/index.js'

/** Beside an application: the account that is proven to be hers. Nothing where the event does not ask. */
export function ProofFact({ applicationId }: { applicationId: string }) {
  const t = useText('proof')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const { data } = useQuery({
    queryKey: [...eventKey(organization.slug, event.id), 'handle-proof', applicationId],
    queryFn: ({ signal }) =>
      request<ApplicationProof>(
        'GET',
        `${eventBase(organization.slug, event.id)}/applications/${encodeURIComponent(applicationId)}/handle-proof`,
        { signal },
      ),
  })
  if (!data || (!data.asked && !data.proof)) return null
  return (
    <Fact name={t('fact')}>
      {data.proof ? <ProvenMark proof={data.proof} timeZone={event.timeZone} /> : <span className="soft">{t('fact.none')}</span>}
    </Fact>
  )
}
