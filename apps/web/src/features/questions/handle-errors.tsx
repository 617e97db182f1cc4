import { parseHandle } from '#forms'
import type { FormErrors } from '../../lib/form-errors.js'
import type { Text } from '../../lib/i18n/index.js'

/** A handle is optional; what was typed must be one, or nearly one, and then one press puts it right. */
export function readHandleErrors(handle: string, t: Text<'common'>, accept: (handle: string) => void): FormErrors {
  const reading = parseHandle(handle)
  if (reading.kind === 'unclear') return { handle: { message: t('handle.unclear') } }
  if (reading.kind !== 'address') return {}
  const { suggestion } = reading
  return {
    handle: {
      message: t.rich('handle.address', { suggestion: <b>{suggestion}</b> }),
      cure: { label: t('handle.cure'), apply: () => accept(suggestion) },
    },
  }
}
