import { IconArrowRight, IconCheck } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { Button, Failure, Field, RadioGroup, TextInput } from '../../../components/index.js'
import { Problem } from '../../../lib/api/problem.js'
import type { Network, OwnProof, ProofBeginning } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { rememberErrand } from '../../../lib/proof-errand.js'
import { beginProof, checkProof } from './proof-api.js'
import { PlaceSteps } from './place-steps.js'
import styles from './proven-handles.module.css'

type Props = { token: string; own: OwnProof; brand: string; onChange: (proof: OwnProof) => Promise<void> }

/** Which network, which account, and then either away to sign in or what to put where. */
export function ProofForm({ token, own, brand, onChange }: Props) {
  const t = useText('proof')
  const [network, setNetwork] = useState<Network>(() => likelyNetwork(own))
  const [handle, setHandle] = useState(own.handle ?? '')
  const [placing, setPlacing] = useState<ProofBeginning | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)

  async function run(act: () => Promise<void>) {
    setBusy(true)
    setFailure(null)
    try {
      await act()
    } catch (error) {
      setFailure(error)
    }
    setBusy(false)
  }

  const begin = (submit: FormEvent) => {
    submit.preventDefault()
    void run(async () => {
      const beginning = await beginProof(token, { network, handle })
      if (beginning.url === null) return setPlacing(beginning)
      rememberErrand(token)
      location.assign(beginning.url)
    })
  }
  const check = () => void run(async () => onChange(await checkProof(token, { network, handle })))

  const signsIn = network === 'fediverse' || network === 'bluesky'
  const wrong = failure instanceof Problem ? failure.messageFor('handle') : undefined
  if (placing)
    return (
      <div className={styles.form}>
        <PlaceSteps network={network} beginning={placing} />
        <Failure of={failure} />
        <div className={styles.buttons}>
          <Button icon={IconCheck} busy={busy} onClick={check}>
            {t('place.check')}
          </Button>
          <Button className={styles.other} variant="text" onClick={() => setPlacing(null)}>
            {t('place.other')}
          </Button>
        </div>
      </div>
    )
  return (
    <form className={styles.form} noValidate onSubmit={begin}>
      {own.networks.length > 1 && (
        <RadioGroup
          label={t('network')}
          options={own.networks.map((known) => ({ value: known, label: t(`network.${known}`), help: t(`way.${known}`) }))}
          value={network}
          onChange={(chosen) => setNetwork(chosen as Network)}
        />
      )}
      <Field label={t(`account.${network}`)} help={t(`example.${network}`)} error={wrong} name="handle">
        <TextInput
          value={handle}
          onChange={(change) => setHandle(change.target.value)}
          maxLength={400}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          inputMode={network === 'web' ? 'url' : 'email'}
        />
      </Field>
      {!wrong && <Failure of={failure} />}
      <p className="small soft">
        {signsIn ? t('read', { brand }) : t('read.page')} {signsIn && own.followers && t('read.followers')}
      </p>
      <div className={styles.buttons}>
        <Button type="submit" busy={busy} iconAfter={IconArrowRight}>
          {t(network === 'fediverse' ? 'go.account' : 'go.page')}
        </Button>
      </div>
      <p className="small soft">{t('closedNetworks')}</p>
    </form>
  )
}

/** Where the account that she named with her application probably is. */
function likelyNetwork({ handle, networks: [first = 'fediverse', ...more] }: OwnProof): Network {
  const offered = [first, ...more]
  const guess = handle === null ? first : handle.startsWith('@') ? 'fediverse' : 'bluesky'
  return offered.includes(guess) ? guess : first
}
