import { IconLock } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { paths } from '../../../../app/paths.js'
import { FieldError, Icon, Notice } from '../../../../components/index.js'
import type { Locale } from '../../../../lib/api/types.js'
import { useLocale, useText } from '../../../../lib/i18n/index.js'
import { useMembership } from '../../../../lib/membership.js'
import section from '../sections/section.module.css'
import type { Editor } from '../use-editor.js'
import { BesideFields } from './beside-fields.js'
import { CompanionFields } from './companion-fields.js'
import { LotsFields } from './lots/lots-fields.js'
import { type PolicyForm, policyFormOf } from './policy-form.js'
import styles from './policy-section.module.css'
import { Leftovers } from './pools/leftovers.js'
import { PoolList } from './pools/pool-list.js'
import { SeatDrawing } from './pools/seat-drawing.js'
import { RandomnessFields } from './randomness/randomness-fields.js'
import { SimulationSection } from './simulation/simulation-section.js'
import { useRehearsal } from './simulation/use-rehearsal.js'
import { aboutCompanies } from './simulation/warnings.js'
import { type Heading, publicWords } from './words/public-words.js'
import { WordsBlock } from './words/words-block.js'

/** Who decides over the seats, and how; under each group of settings what the public reads of it. */
export function PolicySection({ editor }: { editor: Editor }) {
  const t = useText('policy')
  const form = policyFormOf(editor)
  const rehearsal = useRehearsal(form)
  const words = useWords(form, rehearsal.isImpossible)
  const part = (heading: Heading, fields: ReactNode) => (
    <section className={styles.part} aria-labelledby={`policy-${heading}`}>
      <h3 id={`policy-${heading}`}>{t(`heading.${heading}`)}</h3>
      <fieldset className={styles.fields} disabled={form.disabled}>
        {fields}
      </fieldset>
      {words(heading)}
    </section>
  )
  return (
    <div className={styles.parts}>
      <Standing editor={editor} />
      <PartLinks />
      <FieldError id="policy-error" error={editor.errors.policy} />
      {part('seats', <Seats form={form} />)}
      {part('chance', <LotsFields form={form} />)}
      {part('together', <CompanionFields form={form} warnings={rehearsal.warnings.filter(aboutCompanies)} />)}
      {part('beside', <BesideFields form={form} />)}
      {part('randomness', <RandomnessFields form={form} />)}
      <SimulationSection form={form} rehearsal={rehearsal} />
    </div>
  )
}

function Seats({ form }: { form: PolicyForm }) {
  const t = useText('policy')
  const { organization } = useMembership()
  const { eventId } = form
  return (
    <>
      <SeatDrawing form={form} />
      {!form.disabled && (
        <p className={section.note}>
          {t.rich('seats.hint', {
            count: form.context.capacity,
            link: (words) => <Link to={paths.consoleEventPage(organization.slug, eventId, 'edit/dates')}>{words}</Link>,
          })}
        </p>
      )}
      <PoolList form={form} />
      <Leftovers form={form} />
    </>
  )
}

const linked = ['seats', 'chance', 'together', 'beside', 'randomness', 'simulation'] as const

/** It is a long page: where what stands. */
function PartLinks() {
  const t = useText('policy')
  return (
    <nav aria-label={t('parts')}>
      <ul className={styles.links}>
        {linked.map((name) => (
          <li key={name}>
            <a href={`#policy-${name}`}>{t(`heading.${name}`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Whether it can still be changed, and who would see that. */
function Standing({ editor }: { editor: Editor }) {
  const t = useText('policy')
  if (editor.isLocked('policy'))
    return (
      <p className={section.locked}>
        <Icon of={IconLock} />
        {t('standing.locked')}
      </p>
    )
  if (editor.event.phase === 'open') return <Notice kind="attention">{t('standing.open')}</Notice>
  return <p className={section.note}>{t('standing.free')}</p>
}

/** While what stands in the fields cannot be kept, the words are those of what stood there before. */
function useWords(form: PolicyForm, isImpossible: boolean): (heading: Heading) => ReactNode {
  const { trial } = useMembership()
  const [language, setLanguage] = useState<Locale>(useLocale())
  const [policy, setPolicy] = useState(form.policy)
  if (!isImpossible && policy !== form.policy) setPolicy(form.policy)
  const parts = publicWords({ ...form, policy }, language, trial)
  return (heading) => (
    <WordsBlock
      sentences={parts.filter((part) => part.heading === heading).flatMap(({ sentences }) => sentences)}
      isBefore={isImpossible}
      language={language}
      onLanguage={setLanguage}
    />
  )
}
