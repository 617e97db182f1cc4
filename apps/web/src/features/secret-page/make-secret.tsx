import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { Button, Checkbox, Failure } from '../../components/index.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import { saveFile } from '../../lib/save-file.js'
import { formatMoment } from '../../lib/time.js'
import { handInCommit } from './api.js'
import { Fingerprint, Groups } from './fingerprint.js'
import { keepSecret, makeSecret, type OwnSecret } from './own-secret.js'
import type { SecretProps } from './secret-page.js'
import styles from './secret-page.module.css'

/** Makes a secret in this browser, shows it once, and hands in its fingerprint. */
export function MakeSecret({ token, contribution, onChange }: SecretProps) {
  const t = useText('secret')
  const locale = useLocale()
  const { commit, commitUntil, event, timeZone } = contribution
  const [made, setMade] = useState<(OwnSecret & { kept: boolean }) | null>(null)

  const make = () => {
    const secret = makeSecret(event)
    setMade({ ...secret, kept: keepSecret(secret) })
  }

  if (made) return <KeepSecret token={token} contribution={contribution} onChange={onChange} made={made} />
  return (
    <div className={styles.part}>
      {commit === null ? (
        <p>{commitUntil ? t('make.how', { until: formatMoment(commitUntil, timeZone, locale) }) : t('make.howOpen')}</p>
      ) : (
        <>
          <p>{t('bound.text')}</p>
          <Fingerprint of={commit} />
        </>
      )}
      <div>
        <Button variant={commit === null ? 'primary' : 'quiet'} onClick={make}>
          {t(commit === null ? 'make.do' : 'bound.another')}
        </Button>
      </div>
    </div>
  )
}

function KeepSecret({ token, contribution, onChange, made }: SecretProps & { made: OwnSecret & { kept: boolean } }) {
  const t = useText('secret')
  const [saved, setSaved] = useState(false)
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const text = [
    t('file.head', { title: contribution.title }),
    t('file.warn'),
    '',
    `${t('file.secret')}: ${made.secret}`,
    `${t('file.fingerprint')}: ${made.commit}`,
    '',
  ].join('\n')

  const save = () => {
    saveFile('tweetup-secret.txt', text)
    setSaved(true)
  }

  async function handIn() {
    setMissing(!saved)
    if (!saved) return
    setBusy(true)
    setFailure(null)
    try {
      onChange(await handInCommit(token, made.commit))
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }

  return (
    <div className={styles.part}>
      <p className={styles.value}>
        <span className="small soft">{t('make.secret')}</span>
        <Groups>{made.secret}</Groups>
      </p>
      <p>
        {t('make.once')} {t(made.kept ? 'make.kept' : 'make.notKept')}
      </p>
      <div>
        <Button variant="quiet" icon={IconDownload} onClick={save}>
          {t('make.save')}
        </Button>
      </div>
      <Fingerprint of={made.commit} />
      <Checkbox
        label={t('make.saved')}
        checked={saved}
        onChange={(change) => setSaved(change.target.checked)}
        error={missing && !saved ? t('make.savedMissing') : undefined}
      />
      <Failure of={failure} />
      <div>
        <Button busy={busy} onClick={() => void handIn()}>
          {t('make.handIn')}
        </Button>
      </div>
    </div>
  )
}
