import { IconMail } from '@tabler/icons-react'
import { useState } from 'react'
import { Button, Failure, Field, HomeMark, TextInput } from '../../components/index.js'
import { useForm } from '../../lib/form/use-form.js'
import { useText } from '../../lib/i18n/index.js'
import { Frame } from '../confirmation/index.js'
import { askForLink } from './ask-for-link.js'
import styles from './lost-link-page.module.css'

/** Whoever lost the link to her page gets it by mail. The page says the same to everybody, whether or not she has applied. */
export function LostLinkPage() {
  const t = useText('me')
  const [sent, setSent] = useState(false)
  const form = useForm({
    initial: { email: '' },
    check: ({ email }) => (/^\S+@\S+\.\S+$/.test(email.trim()) ? {} : { email: t('lost.incomplete') }),
    send: async ({ email }) => {
      await askForLink(email.trim())
      setSent(true)
    },
  })

  if (sent)
    return (
      <Frame mark={<HomeMark />}>
        <h1>{t('lost.sent.title')}</h1>
        <p className="lede" role="status">
          {t.rich('lost.sent.text', { email: <b className={styles.address}>{form.values.email.trim()}</b> })}
        </p>
        <Button variant="quiet" onClick={() => setSent(false)}>
          {t('lost.again')}
        </Button>
      </Frame>
    )
  return (
    <Frame mark={<HomeMark />}>
      <h1>{t('lost.title')}</h1>
      <p className="lede">{t('lost.text')}</p>
      <form {...form.props} className={styles.form}>
        <Field label={t('lost.email')} error={form.errors.email} required>
          <TextInput
            type="email"
            name="email"
            autoComplete="email"
            value={form.values.email}
            onChange={(event) => form.set('email', event.target.value)}
          />
        </Field>
        <Failure of={form.failure} />
        <Button type="submit" icon={IconMail} busy={form.busy}>
          {t('lost.send')}
        </Button>
      </form>
      <p className="small soft">{t('lost.once')}</p>
    </Frame>
  )
}
