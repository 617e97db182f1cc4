import { IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { policyLimits, seatsOfPools, type SelectionPolicy } from '#policy'
import { Button, FieldError } from '../../../../../components/index.js'
import { useText } from '../../../../../lib/i18n/index.js'
import section from '../../sections/section.module.css'
import { choiceQuestions, type PolicyForm } from '../policy-form.js'
import { movedPool, turnOf, withNewPool, withoutPool, withPool, withRest } from './change-pools.js'
import { PoolEditor } from './pool-editor.js'

/** The groups of seats in the order in which they are filled; moving one changes what it means, and says so. */
export function PoolList({ form }: { form: PolicyForm }) {
  const t = useText('policy')
  const { policy, context, disabled, change } = form
  const { pools } = policy
  const seats = seatsOfPools(policy, context.capacity)
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  const focusOn = (index: number, selector: string) =>
    requestAnimationFrame(() => list.current?.children[index]?.querySelector<HTMLElement>(selector)?.focus())

  const add = () => {
    const question = choiceQuestions(context)[0]
    const who = question ? { kind: 'answer' as const, questionId: question.id, options: [] } : { kind: 'tag' as const, tag: '' }
    const added = withNewPool(policy, context.capacity, who)
    change(added.policy)
    focusOn(added.index, 'input')
  }
  const move = (index: number, by: -1 | 1) => {
    const to = index + by
    const moved = movedPool(policy, index, by)
    change(moved)
    setSaid(`${t('pools.moved', { number: to + 1, count: pools.length })} ${t(`pools.turn.${turnOf(moved, to)}`)}`)
    focusOn(to, `[data-move="${by}"]:not(:disabled), [data-move="${-by}"]`)
  }
  const remove = (index: number) => {
    change(withoutPool(policy, index))
    setSaid(t('pools.removed'))
    focusOn(Math.min(index, pools.length - 2), 'input, select')
  }
  const replace = (changed: SelectionPolicy) => change(changed)

  return (
    <>
      <ol ref={list} className={section.items}>
        {pools.map((pool, index) => (
          <PoolEditor
            key={pool.id}
            form={form}
            index={index}
            seats={seats[index] ?? 0}
            onChange={(changed) => replace(withPool(policy, index, changed))}
            onRest={() => replace(withRest(policy, index, context.capacity))}
            onMove={(by) => move(index, by)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      <FieldError id="policy-pools-error" error={form.errorAt('pools')} />
      <span className="sr" role="status">
        {said}
      </span>
      {!disabled && pools.length < policyLimits.pools && (
        <Button variant="quiet" size="small" icon={IconPlus} className={section.add} onClick={add}>
          {t('pools.add')}
        </Button>
      )}
    </>
  )
}
