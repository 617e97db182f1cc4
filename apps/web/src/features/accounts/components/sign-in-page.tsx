import { Link, Navigate, useNavigate, useSearchParams } from 'react-router'
import { paths } from '../../../app/paths.js'
import { useForm } from '../../../lib/form/use-form.js'
import { useText } from '../../../lib/i18n/index.js'
import { useSession, useSignIn } from '../api.js'
import { fieldChecks, wrong } from '../check-fields.js'
import { safeReturn } from '../safe-return.js'
import { AccountForm } from './account-form.js'
import { AccountPage } from './account-page.js'
import { EntranceTicket } from './entrance-ticket.js'
import { EmailField, PasswordField } from './fields.js'

export function SignInPage() {
  const t = useText('accounts')
  const [search] = useSearchParams()
  const destination = safeReturn(search.get('to'))
  const session = useSession()
  const navigate = useNavigate()
  const signIn = useSignIn()
  const check = fieldChecks(t)

  const form = useForm({
    initial: { email: '', password: '' },
    check: ({ email, password }) => wrong({ email: check.email(email), password: check.required(password) }),
    send: async (values) => {
      await signIn.mutateAsync(values)
      await navigate(destination, { replace: true })
    },
  })

  if (session.data?.user && !form.busy) return <Navigate to={destination} replace />
  return (
    <AccountPage
      title={t('signIn.title')}
      heading={t('signIn.heading')}
      lede={t('signIn.lede')}
      ticket={
        <EntranceTicket
          kind={t('ticket.kind')}
          title={t('ticket.title')}
          seed={t('ticket.title')}
          admits={t('ticket.admits')}
          numberLabel={t('ticket.number')}
          stamp={{ word: t('ticket.stamp'), fact: t('ticket.stampNote') }}
        />
      }
    >
      <AccountForm
        form={form}
        submit={t('signIn.submit')}
        busy={t('signIn.busy')}
        below={
          <>
            <Link to={paths.forgotPassword()}>{t('signIn.forgot')}</Link>
            <p>
              {t('signIn.new')} <Link to={paths.signUp()}>{t('signIn.signUp')}</Link>
            </p>
          </>
        }
      >
        <EmailField value={form.values.email} onChange={(value) => form.set('email', value)} error={form.errors.email} />
        <PasswordField value={form.values.password} onChange={(value) => form.set('password', value)} error={form.errors.password} />
      </AccountForm>
    </AccountPage>
  )
}
