import { Bars } from '../../../components/index.js'
import type { LiveFigures } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { largestDrop } from '../largest-drop.js'
import { percent } from '../percent.js'
import styles from './form-path.module.css'

type Visits = LiveFigures['form'][number]

/** How far people come in the form: each field in its order, and what part of those who began came to it. */
export function FormPath({ form }: { form: readonly Visits[] }) {
  const t = useText('console')
  const most = Math.max(1, ...form.map(({ visits }) => visits))
  const name = ({ field, label }: Visits) => label ?? (isOwn(field) ? t(`live.form.${field}`) : field)
  const drop = largestDrop(form)
  return (
    <>
      <Bars
        ordered
        aside="figure"
        bars={form.map((one) => ({
          key: one.field,
          name: (
            <>
              <span dir="auto">{name(one)}</span>
              {one.need !== 'required' && <small>{t(`live.form.${one.need}`)}</small>}
            </>
          ),
          count: one.visits,
          aside: `${percent(one.visits, most)}%`,
        }))}
      />
      {drop && (
        <p className={styles.said}>{t('live.form.drop', { before: name(drop.before), after: name(drop.after), count: drop.left })}</p>
      )}
    </>
  )
}

const own = ['name', 'email', 'handle', 'consent', 'sent'] as const
const isOwn = (field: string): field is (typeof own)[number] => own.some((name) => name === field)
