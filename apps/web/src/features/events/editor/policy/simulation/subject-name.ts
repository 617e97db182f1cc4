import { poolName, type PolicyContext, type SelectionPolicy } from '#policy'
import { useLocale, useText } from '../../../../../lib/i18n/index.js'
import type { Subject } from './chance-rows.js'

/** What the people are called that a line is about; a group of seats without a name of its own is everybody's. */
export function useSubjectName({ pools }: SelectionPolicy, { questions }: PolicyContext): (subject: Subject) => string {
  const t = useText('policy')
  const locale = useLocale()
  return (subject) => {
    switch (subject.kind) {
      case 'pool': {
        const pool = pools.find(({ id }) => id === subject.poolId)
        const name = pool && poolName(pool, questions)
        return name ? name[locale] : t('subject.everybody')
      }
      case 'lots':
      case 'size':
        return t(`subject.${subject.kind}`, { count: subject.count })
      case 'everybody':
      case 'others':
        return t(`subject.${subject.kind}`)
    }
  }
}
