import { IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { Button } from '../../../../components/index.js'
import { useToast } from '../../../../components/toast/toast.js'
import type { AgendaInput } from '../../../../lib/api/types.js'
import { useText } from '../../../../lib/i18n/index.js'
import { inOrder, type Keyed } from '../draft.js'
import type { Editor } from '../use-editor.js'
import { AgendaItemEditor } from './agenda-item-editor.js'
import styles from './section.module.css'

const mostItems = 100

/** What happens when. A new moment begins where the last one ends. */
export function AgendaSection({ editor }: { editor: Editor }) {
  const t = useText('console')
  const { values, set, errors, closed } = editor
  const { agenda, timeZone, startsAt } = values
  const say = useToast()
  const list = useRef<HTMLOListElement>(null)
  // New moments stay where they were added while they are filled in; saving puts all in order of time.
  const [order] = useState(() => inOrder(agenda).map(({ key }) => key))
  const shown = [...agenda].sort((one, other) => position(order, one.key) - position(order, other.key))
  const change = (changed: Keyed<AgendaInput>[]) => set({ agenda: changed })

  const add = () => {
    const last = inOrder(agenda).at(-1)
    const begins = last?.endsAt ?? last?.startsAt ?? startsAt ?? new Date().toISOString()
    change([...agenda, { key: crypto.randomUUID(), startsAt: begins, endsAt: null, title: '', place: null, speaker: null, note: null }])
    requestAnimationFrame(() => list.current?.lastElementChild?.querySelector<HTMLElement>('[data-title]')?.focus())
  }
  const remove = (item: Keyed<AgendaInput>) => {
    change(agenda.filter(({ key }) => key !== item.key))
    say(t('editor.item.removed', { title: item.title }), { label: t('state.undo'), run: () => change(agenda) })
  }

  return (
    <>
      <p className={styles.note}>{t('editor.agendaHint')}</p>
      {agenda.length ? (
        <ol ref={list} className={styles.items}>
          {shown.map((item, index) => (
            <AgendaItemEditor
              key={`${item.key}-${timeZone}`}
              item={item}
              number={index + 1}
              timeZone={timeZone}
              errors={errors}
              // The server has them in order of time, and names them so.
              path={`agenda.${inOrder(agenda).findIndex(({ key }) => key === item.key)}`}
              disabled={closed}
              onTrouble={(field, message) => editor.trouble(`agenda.${item.key}.${field}`, message)}
              onChange={(changed) => change(agenda.map((one) => (one.key === item.key ? { ...one, ...changed } : one)))}
              onRemove={() => remove(item)}
            />
          ))}
        </ol>
      ) : (
        <p className="soft">{t('editor.item.none')}</p>
      )}
      {!closed && agenda.length < mostItems && (
        <Button variant="quiet" size="small" icon={IconPlus} className={styles.add} onClick={add}>
          {t('editor.item.add')}
        </Button>
      )}
    </>
  )
}

function position(order: readonly string[], key: string): number {
  const at = order.indexOf(key)
  return at < 0 ? order.length : at
}
