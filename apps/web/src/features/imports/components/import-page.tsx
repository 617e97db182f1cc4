import { IconTrash } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../../app/paths.js'
import { BackLink, Button, ButtonLink, EmptyState, Failure, Loaded, Notice, PageHead, ProgressBar } from '../../../components/index.js'
import type { ApplicationImportDetail, EventDetail } from '../../../lib/api/types.js'
import { formatNumber, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent, useEvent } from '../../events/index.js'
import { isWorkedOn, useImport, useImportActs, useRefreshImports } from '../api.js'
import { CheckResult } from './check-result.js'
import { ErrorRows } from './error-rows.js'
import styles from './imports.module.css'
import { PlanForm } from './plan-form.js'

/** One file: what its columns hold, what would happen, and then what happened. */
export function ImportPage({ importId }: { importId: string }) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const detail = useEvent(organization.slug, event.id)
  const brought = useImport(organization.slug, event.id, importId)
  return (
    <Loaded of={brought} gone={<EmptyState as="h1" title={t('problem.gone')} />}>
      {(one) => <Loaded of={detail}>{(whole) => <Brought brought={one} event={whole} />}</Loaded>}
    </Loaded>
  )
}

function Brought({ brought, event }: { brought: ApplicationImportDetail; event: EventDetail }) {
  const t = useText('console')
  const { organization } = useMembership()
  const navigate = useNavigate()
  const outcome = useRef<HTMLDivElement>(null)
  // What was pressed may be gone by then, and what comes of it stands further up.
  const acts = useImportActs(organization.slug, event.id, brought.id, () => outcome.current?.focus())
  const [changed, setChanged] = useState(false)
  useFreshLists(event.id, brought.state)
  const back = paths.consoleEventPage(organization.slug, event.id, 'imports')
  return (
    <div className={styles.page}>
      <div>
        <BackLink to={back}>{t('imports.all')}</BackLink>
        <PageHead
          title={t('imports.title', { event: event.title })}
          heading={<bdi>{brought.fileName}</bdi>}
          below={t('imports.rows', { count: brought.rowsTotal })}
          actions={
            <Button
              variant="quiet"
              size="small"
              icon={IconTrash}
              busy={acts.forget.isPending}
              onClick={() => acts.forget.mutate(undefined, { onSuccess: () => void navigate(back) })}
            >
              {t(brought.state === 'running' ? 'imports.stop' : 'imports.forget')}
            </Button>
          }
        />
      </div>
      <Failure of={acts.forget.error} />
      <div ref={outcome} className={styles.outcome} tabIndex={-1} aria-live="polite">
        {isWorkedOn(brought) && <Working brought={brought} />}
        {brought.state === 'checked' && <CheckResult brought={brought} acts={acts} stale={changed} />}
        {brought.state === 'done' && <Done brought={brought} eventId={event.id} />}
        {brought.state === 'failed' && (
          <Notice kind="error">
            {brought.failure} {brought.good > 0 && t('imports.doneShort', { count: brought.good })}
          </Notice>
        )}
      </div>
      {(brought.state === 'uploaded' || brought.state === 'checked') && (
        <PlanForm brought={brought} questions={event.questions} acts={acts} onChanged={setChanged} />
      )}
    </div>
  )
}

function Working({ brought: { state, rowsDone, rowsTotal } }: { brought: ApplicationImportDetail }) {
  const t = useText('console')
  const values = { done: formatNumber(rowsDone), total: formatNumber(rowsTotal) }
  return (
    <section className={styles.working}>
      <p>{t(state === 'checking' ? 'imports.checking' : 'imports.running', values)}</p>
      <ProgressBar label={t(`imports.state.${state}`)} value={rowsTotal === 0 ? 0 : rowsDone / rowsTotal} />
      <p className="small soft">{t('imports.leave')}</p>
    </section>
  )
}

function Done({ brought, eventId }: { brought: ApplicationImportDetail; eventId: string }) {
  const t = useText('console')
  const { organization } = useMembership()
  const { good, known, wrong } = brought
  return (
    <section className={styles.result}>
      <Notice
        kind="done"
        action={
          <ButtonLink variant="quiet" size="small" to={paths.consoleEventPage(organization.slug, eventId, 'applications')}>
            {t('imports.toList')}
          </ButtonLink>
        }
      >
        {t('imports.done', { count: good })} {known > 0 && t('imports.knownLeft', { count: known })}{' '}
        {wrong > 0 && t('imports.wrongLeft', { count: wrong })}
      </Notice>
      {brought.errors.length > 0 && <ErrorRows brought={brought} />}
    </section>
  )
}

/** Whoever goes on to the files or to the applications finds what has become of them. */
function useFreshLists(eventId: string, state: ApplicationImportDetail['state']): void {
  const { organization } = useMembership()
  const refresh = useEffectEvent(useRefreshImports(organization.slug, eventId))
  const before = useRef<typeof state>(null)
  useEffect(() => {
    refresh(before.current === 'running' && state !== 'running')
    before.current = state
  }, [state])
}
