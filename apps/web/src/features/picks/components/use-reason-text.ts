import { useText } from '../../../lib/i18n/index.js'

/** A published reason in the reader's words; one that this page does not know is shown as it is published. */
export function useReasonText(): (reason: string) => string {
  const t = useText('console')
  return (reason) => {
    const key = `picks.reasons.${reason}`
    return t.has(key) ? t(key) : reason
  }
}
