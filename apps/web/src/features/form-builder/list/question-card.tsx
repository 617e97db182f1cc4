import { IconArrowDown, IconArrowUp, IconChevronDown, IconCopy, IconDots, IconGripVertical, IconTrash } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import { mostQuestions } from '#forms'
import { Icon } from '../../../components/index.js'
import { Menu, MenuItem, MenuLine } from '../../../components/menu/menu.js'
import { useText } from '../../../lib/i18n/index.js'
import { type BuilderForm, questionFormOf } from '../builder-form.js'
import { QuestionBody } from '../settings/question-body.js'
import { typeIcons } from '../type-icon.js'
import { CardSummary } from './card-summary.js'
import { ConditionNotice } from './condition-notice.js'
import styles from './question-card.module.css'

export type CardActions = {
  onToggle: () => void
  onMove: (to: number) => void
  onDuplicate: () => void
  onRemove: () => void
}
type Props = CardActions & {
  form: BuilderForm
  index: number
  isOpen: boolean
  isLifted: boolean
  /** How far it looks moved while it, or another, is lifted. */
  offset: number
  grip: ComponentProps<'button'>
  gripHelpId: string
}

/** One question: a line that says what it is, and below it, when it is opened, everything that can be said about it. */
export function QuestionCard({ form, index, isOpen, isLifted, offset, grip, gripHelpId, ...actions }: Props) {
  const t = useText('builder')
  const question = form.questions[index]
  if (!question) return null
  const number = index + 1
  const label = question.label || t('card.unnamed')
  return (
    <li
      className={styles.card}
      data-question={question.key}
      data-type={question.type}
      data-lifted={isLifted || undefined}
      data-open={isOpen || undefined}
      style={offset ? { translate: `0 ${offset}px` } : undefined}
    >
      <div className={styles.row}>
        {!form.disabled && (
          <button
            {...grip}
            type="button"
            className={styles.grip}
            aria-label={t('card.grip', { number, label })}
            aria-describedby={gripHelpId}
          >
            <Icon of={IconGripVertical} />
          </button>
        )}
        <button
          type="button"
          className={styles.head}
          aria-expanded={isOpen}
          aria-controls={`${question.key}-body`}
          onClick={actions.onToggle}
        >
          <Icon of={typeIcons[question.type]} className={styles.type} />
          <CardSummary form={form} question={question} index={index} />
          <Icon of={IconChevronDown} className={styles.chevron} />
        </button>
        {!form.disabled && <CardMenu form={form} index={index} {...actions} />}
      </div>
      {!isLifted && <ConditionNotice form={form} index={index} onMove={actions.onMove} />}
      {isOpen && (
        <fieldset id={`${question.key}-body`} className={styles.body} disabled={form.disabled} aria-label={t('card.number', { number })}>
          <QuestionBody builder={form} form={questionFormOf(form, question, index)} />
        </fieldset>
      )}
    </li>
  )
}

function CardMenu({ form, index, onMove, onDuplicate, onRemove }: CardActions & { form: BuilderForm; index: number }) {
  const t = useText('builder')
  const number = index + 1
  const count = form.questions.length
  return (
    <Menu
      trigger={
        <button type="button" className={styles.more} aria-label={t('card.more', { number })}>
          <Icon of={IconDots} />
        </button>
      }
    >
      {index > 0 && (
        <MenuItem icon={IconArrowUp} onSelect={() => onMove(index - 1)}>
          {t('card.up')}
        </MenuItem>
      )}
      {number < count && (
        <MenuItem icon={IconArrowDown} onSelect={() => onMove(index + 1)}>
          {t('card.down')}
        </MenuItem>
      )}
      {count < mostQuestions && (
        <MenuItem icon={IconCopy} onSelect={onDuplicate}>
          {t('card.duplicate')}
        </MenuItem>
      )}
      <MenuLine />
      <MenuItem icon={IconTrash} danger onSelect={onRemove}>
        {t('card.remove')}
      </MenuItem>
    </Menu>
  )
}
