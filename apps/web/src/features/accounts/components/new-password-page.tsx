import { useParams } from 'react-router'
import { paths } from '../../../app/paths.js'
import { ButtonLink } from '../../../components/index.js'
import { hasStatus } from '../../../lib/api/problem.js'
import { useForm } from '../../../lib/form/use-form.js'
import { useText } from '../../../lib/i18n/index.js'
import { useNewPassword } from '../api.js'
import { fieldChecks, wrong } from '../check-fields.js'
import { AccountForm } from './account-form.js'
import { AccountPage } from './account-page.js'
import { PasswordField } from './fields.js'

export function NewPasswordPage() {
  const t = useText('accounts')
  const { token = '' } = useParams()
  const choose = useNewPassword(token)
  const check = fieldChecks(t)
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => wrong({ password: check.password(password) }),
    send: (values) => choose.mutateAsync(values),
  })

  if (choose.isSuccess)
    return (
      <AccountPage title={t('reset.title')} heading={t('reset.doneHeading')} lede={t('reset.doneText')}>
        <p role="status">
          <ButtonLink to={paths.signIn()}>{t('reset.doneButton')}</ButtonLink>
        </p>
      </AccountPage>
    )

  if (hasStatus(choose.error, 404) || hasStatus(choose.error, 410))
    return (
      <AccountPage title={t('reset.title')} heading={t('reset.title')} lede={t('reset.expired')}>
        <p role="alert">
          <ButtonLink to={paths.forgotPassword()}>{t('reset.askAgain')}</ButtonLink>
        </p>
      </AccountPage>
    )

  return (
    <AccountPage title={t('reset.title')} heading={t('reset.chooseHeading')} lede={t('reset.chooseLede')}>
      <AccountForm form={form} submit={t('reset.chooseSubmit')} busy={t('reset.chooseBusy')}>
        <PasswordField chosen value={form.values.password} onChange={(value) => form.set('password', value)} error={form.errors.password} />
      </AccountForm>
    </AccountPage>
  )
}
