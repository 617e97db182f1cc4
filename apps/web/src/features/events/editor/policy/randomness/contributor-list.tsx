import { IconPlus, IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import { policyLimits, type SecretContributor } from '#policy'
import { Button, Field, FieldError, TextInput } from '../../../../../components/index.js'
import { useText } from '../../../../../lib/i18n/index.js'
import section from '../../sections/section.module.css'
import type { PolicyForm } from '../policy-form.js'
import { draftId } from '../short-names.js'
import styles from './contributor-list.module.css'

type Props = { form: PolicyForm; onChange: (contributors: readonly SecretContributor[]) => void }

/** Who gives a secret to the draw, by name. What they commit to comes from themselves, elsewhere. */
export function ContributorList({ form, onChange }: Props) {
  const t = useText('policy')
  const { contributors } = form.policy.randomness
  const list = useRef<HTMLOListElement>(null)
  const add = () => {
    onChange([...contributors, { id: draftId(contributors), name: '', commit: null }])
    requestAnimationFrame(() => list.current?.lastElementChild?.querySelector('input')?.focus())
  }
  return (
    <div>
      <p className={section.note}>{t('randomness.contributorsHint')}</p>
      <ol ref={list} className={styles.list}>
        {contributors.map((contributor, index) => (
          <li key={contributor.id}>
            <Field
              label={t('randomness.contributor', { number: index + 1 })}
              error={form.errorIn(`randomness.contributors.${index}`)}
              required
            >
              <TextInput
                value={contributor.name}
                maxLength={policyLimits.label}
                autoComplete="off"
                onChange={(change) => onChange(contributors.with(index, { ...contributor, name: change.target.value }))}
              />
            </Field>
            {!form.disabled && contributors.length > 1 && (
              <Button
                variant="text"
                size="small"
                icon={IconX}
                onClick={() => onChange(contributors.toSpliced(index, 1))}
                aria-label={t('randomness.removeContributor', { number: index + 1, name: contributor.name })}
              >
                {t('pools.remove')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <FieldError id="policy-contributors-error" error={form.errorAt('randomness.contributors')} />
      {!form.disabled && contributors.length < policyLimits.contributors && (
        <Button variant="text" size="small" icon={IconPlus} className={styles.add} onClick={add}>
          {t('randomness.addContributor')}
        </Button>
      )}
    </div>
  )
}
