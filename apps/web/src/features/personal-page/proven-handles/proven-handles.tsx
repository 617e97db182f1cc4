import { useEffect, useRef } from 'react'
import { useText } from '../../../lib/i18n/index.js'
import { proofOutcome } from '../../../lib/proof-errand.js'
import type { PersonalProps } from '../personal-page.js'
import { useOwnProof } from './proof-api.js'
import { ProofForm } from './proof-form.js'
import { ProvenAccount } from './proven-account.js'
import styles from './proven-handles.module.css'

/** Where somebody shows that an account is hers: the ways to do it, or the mark when it is done. Nothing where the event does not ask. */
export function ProvenHandles({ me, token, reload }: Pick<PersonalProps, 'me' | 'token' | 'reload'>) {
  return me.event.handleProof.mode === 'off' ? null : <Section me={me} token={token} reload={reload} />
}

function Section({ me, token, reload }: Parameters<typeof ProvenHandles>[0]) {
  const t = useText('proof')
  const { data, set } = useOwnProof(token)
  const heading = useRef<HTMLHeadingElement>(null)
  const isBack = proofOutcome()
  const ready = data !== null
  useEffect(() => {
    if (ready && isBack) heading.current?.focus()
  }, [ready, isBack])

  if (!data || (!data.open && !data.proof)) return null
  const changed = async (proof: typeof data) => {
    set(proof)
    await reload()
  }
  const { mode } = data
  return (
    <section className={styles.section} id="account" data-state={data.proof ? 'proven' : 'waiting'}>
      <h2 ref={heading} tabIndex={-1}>
        {t(data.proof ? 'proven.title' : 'title')}
      </h2>
      {data.proof ? (
        <ProvenAccount token={token} proof={data.proof} open={data.open} timeZone={me.event.timeZone} onChange={changed} />
      ) : (
        <>
          <p>{t(mode === 'required' ? 'why.required' : 'why.mark')}</p>
          <ProofForm token={token} own={data} brand={me.event.organization.name} onChange={changed} />
        </>
      )}
    </section>
  )
}
