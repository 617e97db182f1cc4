import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconDownload,
  IconLoader,
  IconRefresh,
  IconShieldCheck,
  type TablerIcon,
} from '@tabler/icons-react'
import { Button, ButtonLink, Icon, Notice, ProgressBar } from '../../../components/index.js'
import type { PublicDraw, PublicEvent } from '../../../lib/api/types.js'
import { formatDecimal, useLocale, useText } from '../../../lib/i18n/index.js'
import { proofArchive } from '../api/draw.js'
import { formatBytes } from '../../../lib/format-bytes.js'
import { type CheckGroup, type GroupState, groupsOf } from './check-groups.js'
import styles from './check-section.module.css'
import { checkShare } from './check-share.js'
import { useGroupSentence } from './group-sentence.js'
import { type Check, useCheck } from './use-check.js'

type Props = { event: PublicEvent; draw: PublicDraw }

/** The draw done again by the visitor's own computer, step by step before her eyes. */
export function CheckSection({ event, draw }: Props) {
  const t = useText('draw')
  const locale = useLocale()
  const { slug, organization } = event
  const { check, start, stop } = useCheck(organization.slug, slug)
  const running = check.state === 'running' || check.state === 'fetching'
  const groups = groupsOf(check.steps, running)
  return (
    <section aria-labelledby="check">
      <h2 id="check">{t('check.title')}</h2>
      <p className="small soft">{t('check.where')}</p>
      {running && (
        <div className={styles.progress}>
          <ProgressBar value={checkShare(check)} label={t('check.progress')} />
        </div>
      )}
      <ol className={styles.steps} aria-label={t('check.steps')}>
        {groups.map((group) => (
          <GroupLine key={group.id} group={group} event={event} draw={draw} />
        ))}
      </ol>
      <Verdict check={check} drawn={draw.state === 'drawn'} />
      <div className={styles.actions}>
        {running ? (
          <Button variant="quiet" size="small" onClick={stop}>
            {t('check.stop')}
          </Button>
        ) : (
          <Button
            variant={check.state === 'idle' ? 'primary' : 'quiet'}
            size="small"
            icon={check.state === 'idle' ? IconShieldCheck : IconRefresh}
            onClick={start}
          >
            {t(check.state === 'idle' ? 'check.start' : 'check.again')}
          </Button>
        )}
        <ButtonLink to={proofArchive(organization.slug, slug)} external variant="text" size="small" icon={IconDownload}>
          {t('check.download', { size: formatBytes(draw.bundleBytes, locale) })}
        </ButtonLink>
      </div>
    </section>
  )
}

const icons: Record<GroupState, TablerIcon> = {
  waiting: IconCircleDashed,
  running: IconLoader,
  ok: IconCircleCheck,
  failed: IconCircleX,
  skipped: IconCircleDashed,
  notYet: IconCircleDashed,
}

function GroupLine({ group, event, draw }: { group: CheckGroup; event: PublicEvent; draw: PublicDraw }) {
  const t = useText('draw')
  const locale = useLocale()
  const sentence = useGroupSentence(group, event, draw)
  const failure = group.steps.find(({ step }) => step.status === 'failed')?.step.detail
  return (
    <li className={styles[group.state]}>
      <Icon of={icons[group.state]} />
      <b>{t(`check.${group.id}.title`)}</b>
      <span className={`soft num ${styles.seconds}`}>
        {group.state === 'ok' &&
          t('check.seconds', { seconds: `${group.seconds < 0.1 ? '< ' : ''}${formatDecimal(Math.max(0.1, group.seconds), locale)}` })}
      </span>
      <span className={styles.sentence}>
        {sentence}
        {failure && <code>{failure}</code>}
      </span>
      <span className="sr">{t(`check.state.${group.state}`)}</span>
    </li>
  )
}

function Verdict({ check, drawn }: { check: Check; drawn: boolean }) {
  const t = useText('draw')
  if (check.state === 'broken')
    return (
      <Notice kind="attention" live className={styles.verdict}>
        {t('check.broken')}
      </Notice>
    )
  if (check.state !== 'done') return null
  return check.result?.ok ? (
    <Notice kind="done" title={t(drawn ? 'check.holds' : 'check.holdsSoFar')} live className={styles.verdict}>
      {t('check.compare')}
    </Notice>
  ) : (
    <Notice kind="error" title={t('check.fails')} live className={styles.verdict}>
      {t('check.failsText')}
    </Notice>
  )
}
