import { IconCheck, IconClock, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { Avatar, Button, PersonName, StateMark } from '../../../components/index.js'
import type { Companion } from '../../../lib/api/types.js'
import { givenName } from '../../../lib/given-name.js'
import { useText } from '../../../lib/i18n/index.js'
import { removeCompanion } from '../api/together.js'
import type { PersonalProps } from '../personal-page.js'
import { Question } from '../question.js'
import styles from './companion-list.module.css'

const marks = {
  confirmed: { tint: 'done', icon: IconCheck },
  unconfirmed: { tint: 'attention', icon: IconClock },
  out: { tint: 'plain', icon: IconX },
} as const

type Props = PersonalProps & { companions: readonly Companion[]; removable?: boolean }

/** Everybody of a group, herself among them, and whether each of them counts. */
export function CompanionList({ companions, removable = false, ...props }: Props) {
  const t = useText('me')
  const keeps = companions.some(({ self, keeper }) => self && keeper)
  return (
    <ul className={styles.companions}>
      {companions.map((companion) => (
        <li key={companion.id}>
          <Avatar name={companion.name} size="small" />
          <span className={styles.name}>
            <PersonName>{companion.name}</PersonName>
            {companion.self && <span className="soft"> {t('together.you')}</span>}
          </span>
          {/* Once the list is sealed everybody here counts, and "confirmed" would read like an answer. */}
          {!props.me.draw && <StateMark {...marks[companion.state]}>{t(`together.state.${companion.state}`)}</StateMark>}
          {removable && keeps && !companion.self && <Remove companion={companion} {...props} />}
        </li>
      ))}
    </ul>
  )
}

function Remove({ companion, token, actions }: PersonalProps & { companion: Companion }) {
  const t = useText('me')
  const [asking, setAsking] = useState(false)
  const name = givenName(companion.name)
  return (
    <>
      <Button
        variant="text"
        size="small"
        className={styles.remove}
        aria-label={t('together.remove.who', { name })}
        onClick={() => setAsking(true)}
      >
        {t('together.remove.link')}
      </Button>
      <Question
        open={asking}
        onClose={() => setAsking(false)}
        title={t('together.remove.title', { name })}
        text={t('together.remove.text')}
        keep={t('together.remove.keep')}
        go={t('together.remove.go')}
        busy={actions.busy === 'remove'}
        onGo={() => actions.change('remove', () => removeCompanion(token, companion.id))}
      />
    </>
  )
}
