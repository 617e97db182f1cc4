import { isOffline, Problem } from '../../lib/api/problem.js'
import { useText } from '../../lib/i18n/index.js'
import { Notice } from '../notice/notice.js'

/** Why something that was pressed did not happen: in the server's words when it knew, otherwise in ours. Nothing while there is no error. */
export function Failure({ of: error }: { of: unknown }) {
  const t = useText('common')
  if (!error) return null
  const said = error instanceof Problem && error.status > 0 && error.status < 500 ? (error.errors[0]?.message ?? error.title) : ''
  return (
    <Notice kind="error" live>
      {said || t(isOffline(error) ? 'failure.offline' : 'failure.unexpected')}
    </Notice>
  )
}
