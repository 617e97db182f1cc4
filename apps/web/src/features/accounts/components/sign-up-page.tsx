import { Link, useNavigate } from 'react-router'
import { paths } from '../../../app/paths.js'
import { Field, TextInput } from '../../../components/index.js'
import { useForm } from '../../../lib/form/use-form.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { useSignUp } from '../api.js'
import { fieldChecks, wrong } from '../check-fields.js'
import { AccountForm } from './account-form.js'
import { AccountPage } from './account-page.js'
import { EntranceTicket } from './entrance-ticket.js'
import { EmailField, PasswordField } from './fields.js'

export function SignUpPage() {
  const t = useText('accounts')
  const locale = useLocale()
  const navigate = useNavigate()
  const signUp = useSignUp()
  const check = fieldChecks(t)

  const form = useForm({
    initial: { organizationName: '', name: '', email: '', password: '' },
    check: ({ organizationName, name, email, password }) =>
      wrong({
        organizationName: check.required(organizationName),
        name: check.required(name),
        email: check.email(email),
        password: check.password(password),
      }),
    send: async (values) => {
      const session = await signUp.mutateAsync({ ...values, locale })
      const organization = session.memberships[0]?.organization.slug
      await navigate(organization ? paths.consoleOrganization(organization) : paths.console(), { replace: true })
    },
  })
  const { values, set, errors } = form

  return (
    <AccountPage
      title={t('signUp.title')}
      heading={t('signUp.heading')}
      lede={t('signUp.lede')}
      ticket={
        <EntranceTicket
          kind={values.organizationName.trim() || t('ticket.blank')}
          title={t('ticket.yours')}
          seed={values.organizationName.trim() || t('ticket.blank')}
          admits={values.name}
          numberLabel={t('ticket.number')}
          stamp={{ word: t('ticket.stamp'), fact: t('ticket.stampNote') }}
        />
      }
    >
      <AccountForm
        form={form}
        submit={t('signUp.submit')}
        busy={t('signUp.busy')}
        below={
          <p>
            {t('signUp.already')} <Link to={paths.signIn()}>{t('signUp.signIn')}</Link>
          </p>
        }
      >
        <Field label={t('fields.organizationName')} help={t('fields.organizationNameHint')} error={errors.organizationName} required>
          <TextInput
            autoComplete="organization"
            value={values.organizationName}
            onChange={(change) => set('organizationName', change.target.value)}
            maxLength={120}
          />
        </Field>
        <Field label={t('fields.name')} help={t('fields.nameHint')} error={errors.name} required>
          <TextInput autoComplete="name" value={values.name} onChange={(change) => set('name', change.target.value)} maxLength={120} />
        </Field>
        <EmailField value={values.email} onChange={(value) => set('email', value)} error={errors.email} />
        <PasswordField chosen value={values.password} onChange={(value) => set('password', value)} error={errors.password} />
      </AccountForm>
    </AccountPage>
  )
}
