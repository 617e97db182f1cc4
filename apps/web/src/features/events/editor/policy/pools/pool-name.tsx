import { type GroupName, poolName, type PolicyPool } from '#policy'
import { Field, TextInput } from '../../../../../components/index.js'
import type { Locale } from '../../../../../lib/api/types.js'
import { useText } from '../../../../../lib/i18n/index.js'
import section from '../../sections/section.module.css'
import type { PolicyForm } from '../policy-form.js'
import { isAddressed } from './change-pools.js'

type Props = { form: PolicyForm; pool: PolicyPool; path: string; onChange: (called: GroupName | null) => void }

const languages: readonly Locale[] = ['nl', 'en']

/** What the rules call the people these seats are for; without one the name follows from who they are. */
export function PoolName({ form, pool, path, onChange }: Props) {
  const t = useText('policy')
  const unnamed = { ...pool, called: null }
  const generated = isAddressed(unnamed) ? poolName(unnamed, form.context.questions) : null
  const change = (language: Locale, text: string) => {
    const called = { nl: '', en: '', ...pool.called, [language]: text }
    onChange(called.nl || called.en ? called : null)
  }
  return (
    <div className={section.pair}>
      {languages.map((language) => (
        <Field
          key={language}
          label={t(`pools.called.${language}`)}
          optionalLabel={t('optional')}
          error={form.errorAt(`${path}.called.${language}`)}
        >
          <TextInput
            value={pool.called?.[language] ?? ''}
            placeholder={generated?.[language]}
            lang={language}
            maxLength={120}
            autoComplete="off"
            onChange={(typed) => change(language, typed.target.value)}
          />
        </Field>
      ))}
    </div>
  )
}
