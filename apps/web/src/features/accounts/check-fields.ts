import type { Text } from '../../lib/i18n/index.js'

export const shortestPassword = 10

type Check = (value: string) => string | undefined

/** The checks that need no server; each names what would be right. */
export function fieldChecks(t: Text<'accounts'>) {
  const required: Check = (value) => (value.trim() ? undefined : t('errors.required'))
  const email: Check = (value) => required(value) ?? (/^\S+@\S+\.\S+$/.test(value.trim()) ? undefined : t('errors.email'))
  const password: Check = (value) => {
    const length = [...value].length
    return length >= shortestPassword ? undefined : t('errors.passwordShort', { count: length, least: shortestPassword })
  }
  return { required, email, password }
}

/** Only the fields that are wrong. */
export function wrong<Names extends string>(found: Record<Names, string | undefined>): Partial<Record<Names, string>> {
  return Object.fromEntries(Object.entries(found).filter(([, message]) => message)) as Partial<Record<Names, string>>
}
