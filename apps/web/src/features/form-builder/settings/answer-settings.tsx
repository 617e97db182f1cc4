import type { ReactNode } from 'react'
import { fileKinds, handleNetworks, mostMegabytes, type QuestionType } from '#forms'
import { Checkbox, Field, FieldError, Select, TextInput } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import type { QuestionForm } from '../builder-form.js'
import type { DraftQuestion } from '../draft-question.js'
import { NumberField } from './number-field.js'
import { OptionList } from './option-list.js'
import styles from './settings.module.css'

type Props = { form: QuestionForm }
type Settings = DraftQuestion['settings']

/** What else a question says about its answer, by its type; the keys of libs/forms in plain words. */
export function AnswerSettings({ form }: Props) {
  const Part = parts[form.question.type]
  return Part ? <Part form={form} /> : null
}

const parts: Partial<Record<QuestionType, (props: Props) => ReactNode>> = {
  short: TextLength,
  long: TextLength,
  choice: OptionList,
  choices: Choices,
  number: NumberRange,
  date: DateRange,
  handle: Network,
  file: FileRules,
  consent: Document,
}

function TextLength({ form: { question, set, errorAt, trouble } }: Props) {
  const t = useText('builder')
  return (
    <NumberField
      label={t('text.most')}
      value={question.maxLength || undefined}
      error={errorAt('maxLength')}
      onChange={(maxLength) => set({ maxLength })}
      onTrouble={(message) => trouble('maxLength', message)}
      unit={t('text.characters')}
      hasUsual
    />
  )
}

/** One whole number among the settings. */
function SettingNumber({
  form,
  name,
  label,
  unit,
}: Props & { name: 'least' | 'most' | 'fewest' | 'mostChoices'; label: string; unit?: string }) {
  return (
    <NumberField
      label={label}
      value={form.question.settings[name]}
      error={form.errorAt(`settings.${name}`)}
      onChange={(value) => form.setting({ [name]: value })}
      onTrouble={(message) => form.trouble(`settings.${name}`, message)}
      unit={unit}
    />
  )
}

function Choices({ form }: Props) {
  const t = useText('builder')
  return (
    <>
      <OptionList form={form} />
      <div className={styles.pair}>
        <SettingNumber form={form} name="fewest" label={t('choices.fewest')} unit={t('choices.unit')} />
        <SettingNumber form={form} name="mostChoices" label={t('choices.most')} unit={t('choices.unit')} />
      </div>
    </>
  )
}

function NumberRange({ form }: Props) {
  const t = useText('builder')
  const { question, setting, errorAt } = form
  return (
    <>
      <div className={styles.pair}>
        <SettingNumber form={form} name="least" label={t('number.least')} />
        <SettingNumber form={form} name="most" label={t('number.most')} />
      </div>
      <Field label={t('number.decimals')} error={errorAt('settings.decimals')}>
        <Select
          value={question.settings.decimals ?? 0}
          onChange={(change) => setting({ decimals: Number(change.target.value) || undefined })}
        >
          {[0, 1, 2, 3].map((decimals) => (
            <option key={decimals} value={decimals}>
              {t(`number.decimalsOf.${decimals as 0 | 1 | 2 | 3}`)}
            </option>
          ))}
        </Select>
      </Field>
    </>
  )
}

function DateRange({ form: { question, setting, errorAt } }: Props) {
  const t = useText('builder')
  const { settings } = question
  const day = (name: 'earliest' | 'latest', label: string) => (
    <Field label={label} error={errorAt(`settings.${name}`)} optionalLabel={t('optional')}>
      <TextInput type="date" value={settings[name] ?? ''} onChange={(change) => setting({ [name]: change.target.value || undefined })} />
    </Field>
  )
  return (
    <div className={styles.group}>
      <Checkbox
        label={t('date.birthday')}
        help={t('date.birthdayHelp')}
        checked={settings.birthday ?? false}
        error={errorAt('settings.birthday')}
        onChange={(change) => setting({ birthday: change.target.checked || undefined })}
      />
      <div className={styles.pair}>
        {day('earliest', t('date.earliest'))}
        {day('latest', t('date.latest'))}
      </div>
    </div>
  )
}

function Network({ form: { question, setting, errorAt } }: Props) {
  const t = useText('builder')
  const common = useText('common')
  return (
    <Field label={t('handle.network')} error={errorAt('settings.network')}>
      <Select
        value={question.settings.network ?? ''}
        onChange={(change) => setting({ network: (change.target.value || undefined) as Settings['network'] })}
      >
        <option value="">{t('handle.any')}</option>
        {handleNetworks.map((network) => (
          <option key={network} value={network}>
            {common(`networks.${network}`)}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function FileRules({ form: { question, setting, errorAt } }: Props) {
  const t = useText('builder')
  const kinds = question.settings.kinds ?? fileKinds
  const error = errorAt('settings.kinds')
  return (
    <>
      <fieldset data-invalid={error ? true : undefined} tabIndex={error ? -1 : undefined}>
        <legend className={styles.label}>{t('file.kinds')}</legend>
        <div className={styles.ticks}>
          {fileKinds.map((kind) => (
            <Checkbox
              key={kind}
              label={t(`file.kind.${kind}`)}
              checked={kinds.includes(kind)}
              onChange={(change) =>
                setting({ kinds: fileKinds.filter((one) => (one === kind ? change.target.checked : kinds.includes(one))) })
              }
            />
          ))}
        </div>
        <FieldError id={`${question.key}-kinds`} error={error} />
      </fieldset>
      <Field label={t('file.size')} error={errorAt('settings.maxMegabytes')}>
        <Select
          value={question.settings.maxMegabytes ?? mostMegabytes}
          onChange={(change) => setting({ maxMegabytes: Number(change.target.value) })}
        >
          {[1, 2, 5, mostMegabytes].map((size) => (
            <option key={size} value={size}>
              {t('file.megabytes', { size })}
            </option>
          ))}
        </Select>
      </Field>
    </>
  )
}

function Document({ form: { question, setting, errorAt } }: Props) {
  const t = useText('builder')
  const { settings } = question
  return (
    <>
      <Field
        label={t('consent.title')}
        help={t('consent.titleHelp')}
        error={errorAt('settings.documentTitle')}
        optionalLabel={t('optional')}
      >
        <TextInput
          value={settings.documentTitle ?? ''}
          maxLength={200}
          autoComplete="off"
          onChange={(change) => setting({ documentTitle: change.target.value })}
        />
      </Field>
      <Field label={t('consent.url')} error={errorAt('settings.documentUrl')} optionalLabel={t('optional')}>
        <TextInput
          type="url"
          inputMode="url"
          value={settings.documentUrl ?? ''}
          maxLength={2000}
          autoComplete="off"
          placeholder="https://"
          onChange={(change) => setting({ documentUrl: change.target.value })}
        />
      </Field>
    </>
  )
}
