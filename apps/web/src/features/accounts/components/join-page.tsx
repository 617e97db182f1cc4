import { useNavigate, useParams } from 'react-router'
import { paths } from '../../../app/paths.js'
import { ButtonLink, ErrorPage, Field, PageSkeleton, PersonName, TextInput } from '../../../components/index.js'
import { hasStatus } from '../../../lib/api/problem.js'
import type { JoinInvitation } from '../../../lib/api/types.js'
import { useForm } from '../../../lib/form/use-form.js'
import { useText } from '../../../lib/i18n/index.js'
import { useJoin, useJoinInvitation } from '../api.js'
import { fieldChecks, wrong } from '../check-fields.js'
import { AccountForm } from './account-form.js'
import { AccountPage } from './account-page.js'
import { EntranceTicket } from './entrance-ticket.js'
import { PasswordField } from './fields.js'

export function JoinPage() {
  const t = useText('accounts')
  const { token = '' } = useParams()
  const invitation = useJoinInvitation(token)
  if (invitation.isPending) return <PageSkeleton />
  if (hasStatus(invitation.error, 404) || hasStatus(invitation.error, 410))
    return (
      <AccountPage title={t('join.titlePlain')} heading={t('join.gone')} lede={t('join.goneText')}>
        <p>
          <ButtonLink variant="quiet" to={paths.signIn()}>
            {t('join.toSignIn')}
          </ButtonLink>
        </p>
      </AccountPage>
    )
  if (!invitation.data) return <ErrorPage error={invitation.error} onRetry={() => void invitation.refetch()} />
  return <JoinForm token={token} invitation={invitation.data} />
}

function JoinForm({ token, invitation: { organizationName, email, role, hasAccount } }: { token: string; invitation: JoinInvitation }) {
  const t = useText('accounts')
  const navigate = useNavigate()
  const join = useJoin(token)
  const check = fieldChecks(t)
  const form = useForm({
    initial: { name: '', password: '' },
    check: ({ name, password }) =>
      wrong({
        name: hasAccount ? undefined : check.required(name),
        password: hasAccount ? check.required(password) : check.password(password),
      }),
    send: async ({ name, password }) => {
      await join.mutateAsync(hasAccount ? { password } : { name, password })
      await navigate(paths.console(), { replace: true })
    },
  })

  return (
    <AccountPage
      title={t('join.title', { organization: organizationName })}
      heading={t.rich('join.heading', { organization: <PersonName>{organizationName}</PersonName> })}
      lede={t.rich('join.lede', { role: t(`roles.${role}`), email: <PersonName>{email}</PersonName> })}
      ticketOnPhone
      ticket={
        <EntranceTicket
          kind={organizationName}
          title={t(`roles.${role}`)}
          seed={organizationName + email}
          admits={t('join.admits')}
          numberLabel={t('ticket.number')}
          stamp={{ word: t('join.stamp') }}
        />
      }
    >
      <AccountForm form={form} submit={t('join.submit')} busy={t('join.busy')}>
        {hasAccount ? (
          <p className="small soft">{t('join.hasAccount')}</p>
        ) : (
          <Field label={t('fields.name')} help={t('fields.nameHint')} error={form.errors.name} required>
            <TextInput
              autoComplete="name"
              value={form.values.name}
              onChange={(change) => form.set('name', change.target.value)}
              maxLength={120}
            />
          </Field>
        )}
        {/* Tells a password manager which account this is. */}
        <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
        <PasswordField
          chosen={!hasAccount}
          value={form.values.password}
          onChange={(value) => form.set('password', value)}
          error={form.errors.password}
        />
      </AccountForm>
    </AccountPage>
  )
}
