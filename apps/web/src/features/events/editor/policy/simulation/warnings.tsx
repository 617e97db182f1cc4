import type { PolicyProblem } from '#policy'
import { Notice } from '../../../../../components/index.js'
import { useText } from '../../../../../lib/i18n/index.js'
import styles from './warnings.module.css'

/** Where the settings would do something else than people expect, and what to change. */
export function Warnings({ warnings }: { warnings: readonly PolicyProblem[] }) {
  const t = useText('policy')
  if (!warnings.length) return null
  return (
    <ul className={styles.warnings}>
      {warnings.map(({ path, code, values }) => {
        const key = `warnings.${code}`
        return (
          <li key={`${path} ${code}`}>
            <Notice kind="attention" title={titleOf(path, t)}>
              {t.has(key) ? t(key, values) : code}
            </Notice>
          </li>
        )
      })}
    </ul>
  )
}

/** Which setting it is about: a group of seats by its number, the others by their heading. */
function titleOf(path: string, t: ReturnType<typeof useText<'policy'>>): string {
  const [part, index] = path.split('.')
  if (part === 'pools' && index !== undefined) return t('pools.number', { number: Number(index) + 1 })
  if (part === 'weights') return t('heading.chance')
  if (part === 'companions') return t('heading.together')
  return part === 'spillTo' ? t('leftovers.label') : t('heading.seats')
}

/** Those that are about people who come together, wherever their seats are. */
export const aboutCompanies = ({ path, code }: PolicyProblem) => path.startsWith('companions') || code === 'groupsLose'
