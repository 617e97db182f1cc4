import { IconMail } from '@tabler/icons-react'
import { useState } from 'react'
import { Button, Field, Notice, TextInput } from '../../../components/index.js'
import { errorsOf } from '../../../lib/form-errors.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { formatMoment } from '../../../lib/time.js'
import { changeAddress, keepAddress } from '../api/address.js'
import type { PersonalProps } from '../personal-page.js'
import styles from './address-section.module.css'

/** Where mails go, and the way to have them elsewhere. */
export function AddressSection(props: PersonalProps) {
  const t = useText('me')
  const { me } = props
  const [asking, setAsking] = useState(false)
  if (!me.can.changeAddress && !me.addressChange) return null
  return (
    <section className={styles.address}>
      <h2>{t('address.title')}</h2>
      <p>{t.rich('address.now', { email: <b>{me.email}</b> })}</p>
      {me.addressChange ? (
        <Waiting {...props} change={me.addressChange} />
      ) : asking ? (
        <ChangeForm {...props} onDone={() => setAsking(false)} />
      ) : (
        <Button variant="quiet" size="small" icon={IconMail} onClick={() => setAsking(true)}>
          {t('address.other')}
        </Button>
      )}
    </section>
  )
}

function ChangeForm({ token, me, actions, onDone }: PersonalProps & { onDone: () => void }) {
  const t = useText('me')
  const common = useText('common')
  const [email, setEmail] = useState('')
  const [wrong, setWrong] = useState(false)
  const refused = actions.problem ? errorsOf(actions.problem.errors)['email'] : undefined

  async function ask() {
    const incomplete = !/^\S+@\S+\.\S+$/.test(email.trim())
    setWrong(incomplete)
    if (!incomplete && (await actions.change('address', () => changeAddress(token, email.trim())))) onDone()
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void ask()
      }}
    >
      <Field
        label={t('address.field')}
        help={t(me.confirmedAt ? 'address.both' : 'address.one')}
        error={wrong ? t('lost.incomplete') : refused?.message}
        required
      >
        <TextInput
          type="email"
          name="email"
          autoComplete="email"
          value={email}
          onChange={(event) => {
            setEmail(event.target.value)
            setWrong(false)
          }}
        />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" busy={actions.busy === 'address'}>
          {t('address.ask')}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {common('cancel')}
        </Button>
      </div>
    </form>
  )
}

function Waiting({ token, me, actions, change }: PersonalProps & { change: NonNullable<PersonalProps['me']['addressChange']> }) {
  const t = useText('me')
  const locale = useLocale()
  const until = formatMoment(change.expiresAt, me.event.timeZone, locale)
  const key = change.proven ? 'address.waiting.old' : change.agreed === false ? 'address.waiting.both' : 'address.waiting.new'
  return (
    <Notice
      live
      title={t.rich('address.waiting.title', { email: <bdi>{change.email}</bdi> })}
      action={
        me.can.changeAddress && (
          <Button
            size="small"
            variant="quiet"
            busy={actions.busy === 'keep'}
            onClick={() => void actions.change('keep', () => keepAddress(token))}
          >
            {t('address.keep')}
          </Button>
        )
      }
    >
      <p>{t(key, { email: me.email, until })}</p>
    </Notice>
  )
}
