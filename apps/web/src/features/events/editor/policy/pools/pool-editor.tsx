import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import type { PolicyPool } from '#policy'
import { Button, Checkbox, FieldError } from '../../../../../components/index.js'
import { useText } from '../../../../../lib/i18n/index.js'
import { WallTimeField } from '../../fields/wall-time-field.js'
import question from '../../sections/list-item.module.css'
import section from '../../sections/section.module.css'
import type { PolicyForm } from '../policy-form.js'
import { earlierClose, turnOf } from './change-pools.js'
import { PoolName } from './pool-name.js'
import { PoolSeats } from './pool-seats.js'
import { PoolWho } from './pool-who.js'

type Props = {
  form: PolicyForm
  index: number
  /** Its own number, or what is left for it. */
  seats: number
  onChange: (change: Partial<PolicyPool>) => void
  onRest: () => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** Some of the seats: how many, for whom, until when. */
export function PoolEditor({ form, index, seats, onChange, onRest, onMove, onRemove }: Props) {
  const t = useText('policy')
  const { policy, context, disabled, errorAt } = form
  const pool = policy.pools[index]
  if (!pool) return null
  const count = policy.pools.length
  const number = index + 1
  const hasOpen = policy.pools.some(({ who }) => who.kind === 'everybody')
  const path = `pools.${index}`
  return (
    <li>
      <fieldset disabled={disabled} className={question.question}>
        <legend className={question.number}>{t('pools.number', { number })}</legend>
        {!disabled && count > 1 && (
          <div className={question.tools}>
            <MoveButton by={-1} number={number} disabled={index === 0} onMove={onMove} />
            <MoveButton by={1} number={number} disabled={number === count} onMove={onMove} />
            <Button variant="text" size="small" icon={IconTrash} onClick={onRemove} aria-label={t('pools.removeOf', { number })}>
              {t('pools.remove')}
            </Button>
          </div>
        )}
        {count > 1 && <p className={section.note}>{t(`pools.turn.${turnOf(policy, index)}`)}</p>}
        {errorAt(`${path}.id`) && <FieldError id={`${path}.id-error`} error={errorAt(`${path}.id`)} />}
        <PoolSeats form={form} pool={pool} path={path} seats={seats} onChange={(value) => onChange({ seats: value })} onRest={onRest} />
        <PoolWho form={form} who={pool.who} path={`${path}.who`} onChange={(who) => onChange({ who })} />
        {pool.who.kind !== 'everybody' && <PoolName form={form} pool={pool} path={path} onChange={(called) => onChange({ called })} />}
        {(pool.who.kind !== 'everybody' || pool.closesAt !== null) && (
          <Checkbox
            label={t('pools.closesEarlier')}
            help={hasOpen ? t('pools.closesEarlierHint') : undefined}
            checked={pool.closesAt !== null}
            disabled={context.closesAt === null}
            onChange={(change) => onChange({ closesAt: change.target.checked ? earlierClose(context.opensAt, context.closesAt) : null })}
          />
        )}
        {pool.closesAt !== null && (
          <WallTimeField
            label={t('pools.closesAt')}
            value={pool.closesAt}
            timeZone={form.timeZone}
            onChange={(closesAt) => onChange({ closesAt })}
            onTrouble={(message) => form.trouble(`${path}.closesAt`, message)}
            error={errorAt(`${path}.closesAt`)}
            disabled={disabled}
          />
        )}
      </fieldset>
    </li>
  )
}

type MoveProps = { by: -1 | 1; number: number; disabled: boolean; onMove: (by: -1 | 1) => void }

function MoveButton({ by, number, disabled, onMove }: MoveProps) {
  const t = useText('policy')
  const words = t(by < 0 ? 'pools.up' : 'pools.down', { number })
  return (
    <Button
      variant="text"
      size="small"
      data-move={by}
      disabled={disabled}
      onClick={() => onMove(by)}
      icon={by < 0 ? IconArrowUp : IconArrowDown}
      title={words}
    >
      <span className="sr">{words}</span>
    </Button>
  )
}
