import { type ChangeEvent, type FormEvent, useState } from 'react'
import { Button, Failure, Field, TextArea } from '../../components/index.js'
import { useText } from '../../lib/i18n/index.js'
import { revealSecret } from './api.js'
import { keptSecret, secretIn } from './own-secret.js'
import type { SecretProps } from './secret-page.js'
import styles from './secret-page.module.css'

/** The secret comes from this browser, from the file that was saved, or is pasted; only the one that fits is sent. */
export function RevealSecret({ token, contribution: { event }, commit, onChange }: SecretProps & { commit: string }) {
  const t = useText('secret')
  const [kept] = useState(() => keptSecret(commit))
  const [text, setText] = useState(kept ?? '')
  const [wrong, setWrong] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)

  const change = (after: string) => {
    setText(after)
    setWrong(false)
  }
  const open = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    if (file) change((await file.text()).slice(0, 10_000))
  }

  async function onSubmit(submit: FormEvent) {
    submit.preventDefault()
    const secret = secretIn(text, event, commit)
    setWrong(secret === null)
    if (secret === null) return
    setBusy(true)
    setFailure(null)
    try {
      onChange(await revealSecret(token, secret))
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }

  return (
    <form className={styles.part} noValidate onSubmit={onSubmit}>
      {kept !== null && <p className="small soft">{t('reveal.known')}</p>}
      <Field label={t('reveal.field')} help={t('reveal.help')} error={wrong ? t('reveal.wrong') : undefined} required>
        <TextArea
          className="mono"
          value={text}
          onChange={({ target }) => change(target.value)}
          rows={4}
          spellCheck={false}
          autoComplete="off"
        />
      </Field>
      {kept === null && (
        <label className={styles.file}>
          <span className="small">{t('reveal.file')}</span>
          <input type="file" accept=".txt,text/plain" onChange={(picked) => void open(picked)} />
        </label>
      )}
      <Failure of={failure} />
      <div>
        <Button type="submit" busy={busy}>
          {t('reveal.do')}
        </Button>
      </div>
    </form>
  )
}
