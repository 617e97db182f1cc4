import { useMemo } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { ProofReturn } from '../../../features/proof-return/proof-return.js'
import { useText } from '../../../lib/i18n/index.js'
import { useTitle } from '../../../lib/use-title.js'

export default function ProofRoute() {
  const { place = '' } = useParams()
  const [query] = useSearchParams()
  const t = useText('proof')
  useTitle(t('back.title'))
  const answer = useMemo(
    () => ({ state: query.get('state') ?? '', code: query.get('code'), issuer: query.get('iss'), place }),
    [query, place],
  )
  return <ProofReturn answer={answer} />
}
