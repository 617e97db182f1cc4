import { IconCircleCheck, IconDownload, IconExclamationCircle } from '@tabler/icons-react'
import { useMemo } from 'react'
import { asInclusionProof, checkInclusion, type InclusionProof as Proof, type InclusionStep, parseManifest } from '#draw'
import { Button, Fact, Facts, Failure, Icon, Notice, Skeleton } from '../../../components/index.js'
import { request } from '../../../lib/api/client.js'
import type { Instant, PersonalPage } from '../../../lib/api/types.js'
import { formatNumber, useLocale, useText } from '../../../lib/i18n/index.js'
import { saveFile } from '../../../lib/save-file.js'
import { formatMoment } from '../../../lib/time.js'
import { useResource } from '../../../lib/use-resource.js'
import styles from './inclusion.module.css'

type Props = { token: string; me: PersonalPage; sealedAt: Instant }

/** The way from her ticket to the seal, worked out here step by step, and the same as a file. */
export default function InclusionProof({ token, me, sealedAt }: Props) {
  const { data, error } = useResource(token, null, async (signal) =>
    asInclusionProof(await request<unknown>('GET', '/api/me/inclusion', { token, signal })),
  )
  if (data) return <Checked proof={data} me={me} sealedAt={sealedAt} />
  return error ? <Failure of={error} /> : <Skeleton />
}

function Checked({ proof, me, sealedAt }: { proof: Proof; me: PersonalPage; sealedAt: Instant }) {
  const t = useText('me')
  const locale = useLocale()
  const steps = useMemo(() => checkInclusion(proof), [proof])
  const { entries } = useMemo(() => parseManifest(proof.manifest), [proof])
  const holds = steps.every(({ ok }) => ok) && proof.ticketId === me.ticket.id
  const values = {
    line: formatNumber(proof.position + 1),
    total: formatNumber(entries.count),
    count: proof.path.length,
    sealed: formatMoment(sealedAt, me.event.timeZone, locale),
  }
  const save = () => saveFile(`tweetup-${me.ticket.number}.json`, `${JSON.stringify({ inclusion: proof }, null, 2)}\n`, 'application/json')
  return (
    <>
      <ol className={styles.steps}>
        {steps.map(({ id, ok }) => (
          <Step key={id} id={id} ok={ok} values={values} />
        ))}
      </ol>
      <Notice kind={holds ? 'done' : 'error'} live title={t(holds ? 'inclusion.holds' : 'inclusion.fails')}>
        {t(holds ? 'inclusion.holdsText' : 'inclusion.failsText')}
      </Notice>
      <Facts>
        <Fact name={t('inclusion.seal')}>
          <Hash>{proof.commitment}</Hash>
        </Fact>
      </Facts>
      <details className={styles.details}>
        <summary>{t('inclusion.numbers')}</summary>
        <Facts>
          <Fact name={t('inclusion.place')}>{t('inclusion.placeValue', values)}</Fact>
          <Fact name={t('inclusion.line')}>
            <span className="mono">{proof.line}</span>
          </Fact>
          <Fact name={t('inclusion.leaf')}>
            <Hash>{proof.leaf}</Hash>
          </Fact>
          <Fact name={t('inclusion.path')}>
            <ol className={styles.path}>
              {proof.path.map((node) => (
                <li key={node}>
                  <Hash>{node}</Hash>
                </li>
              ))}
            </ol>
          </Fact>
          <Fact name={t('inclusion.root')}>
            <Hash>{entries.root}</Hash>
          </Fact>
        </Facts>
      </details>
      <div>
        <Button variant="quiet" icon={IconDownload} onClick={save}>
          {t('inclusion.save')}
        </Button>
        <p className={`small soft ${styles.note}`}>{t('inclusion.saveText')}</p>
      </div>
    </>
  )
}

function Step({ id, ok, values }: InclusionStep & { values: Record<string, string | number> }) {
  const t = useText('me')
  return (
    <li data-ok={ok}>
      <Icon of={ok ? IconCircleCheck : IconExclamationCircle} />
      <span>
        {t(`inclusion.step.${id}`, values)}
        {!ok && <strong> {t('inclusion.step.failed')}</strong>}
      </span>
    </li>
  )
}

const Hash = ({ children }: { children: string }) => <span className="mono">{children.match(/.{1,8}/g)?.join(' ')}</span>
