import { Link } from 'react-router'
import { paths } from '../../../app/paths.js'
import { Button } from '../../../components/index.js'
import { useForm } from '../../../lib/form/use-form.js'
import { useText } from '../../../lib/i18n/index.js'
import { useForgotPassword } from '../api.js'
import { fieldChecks, wrong } from '../check-fields.js'
import styles from './account-form.module.css'
import { AccountForm } from './account-form.js'
import { AccountPage } from './account-page.js'
import { EmailField } from './fields.js'

export function ForgotPasswordPage() {
  const t = useText('accounts')
  const forgot = useForgotPassword()
  const check = fieldChecks(t)
  const form = useForm({
    initial: { email: '' },
    check: ({ email }) => wrong({ email: check.email(email) }),
    send: (values) => forgot.mutateAsync(values),
  })
  const back = <Link to={paths.signIn()}>{t('reset.back')}</Link>

  if (forgot.isSuccess)
    return (
      <AccountPage
        title={t('reset.title')}
        heading={t('reset.sentHeading')}
        lede={t.rich('reset.sentText', { email: <bdi>{form.values.email}</bdi> })}
      >
        <div className={styles.form} role="status">
          <Button variant="quiet" onClick={() => forgot.reset()}>
            {t('reset.again')}
          </Button>
          <div className={styles.below}>{back}</div>
        </div>
      </AccountPage>
    )

  return (
    <AccountPage title={t('reset.title')} heading={t('reset.heading')} lede={t('reset.lede')}>
      <AccountForm form={form} submit={t('reset.submit')} busy={t('reset.busy')} below={back}>
        <EmailField value={form.values.email} onChange={(value) => form.set('email', value)} error={form.errors.email} />
      </AccountForm>
    </AccountPage>
  )
}
