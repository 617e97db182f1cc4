import { useId, useRef } from 'react'
import { IconFileImport } from '@tabler/icons-react'
import { Link, useNavigate } from 'react-router'
import { may } from '#permissions'
import { paths } from '../../../app/paths.js'
import { BackLink, Button, Failure, Loaded, Notice, PageHead } from '../../../components/index.js'
import type { ApplicationImport } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { formatMoment } from '../../../lib/time.js'
import { useCurrentEvent } from '../../events/index.js'
import { useImports, useUploadImport } from '../api.js'
import styles from './imports.module.css'

/** Where files with applications from another form are brought, and what became of those that were. */
export function ImportsPage() {
  const t = useText('console')
  const { organization, role } = useMembership()
  const event = useCurrentEvent()
  const imports = useImports(organization.slug, event.id)
  return (
    <div className={styles.page}>
      <div>
        <BackLink to={paths.consoleEventPage(organization.slug, event.id, 'applications')}>{t('applications.heading')}</BackLink>
        <PageHead title={t('imports.title', { event: event.title })} heading={t('imports.heading')} below={t('imports.lede')} />
      </div>
      {event.phase !== 'open' && <Notice>{t('imports.notOpen')}</Notice>}
      {event.phase === 'open' && may(role, 'applications.import') && <Upload />}
      <Loaded of={imports}>
        {({ items }) =>
          items.length > 0 && (
            <section>
              <h2 className={styles.heading}>{t('imports.latest')}</h2>
              <ul className={styles.list}>
                {items.map((one) => (
                  <Brought key={one.id} brought={one} />
                ))}
              </ul>
            </section>
          )
        }
      </Loaded>
    </div>
  )
}

function Upload() {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const navigate = useNavigate()
  const upload = useUploadImport(organization.slug, event.id)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const bring = (file: File) =>
    upload.mutate(file, {
      onSuccess: (brought) => void navigate(paths.consoleEventPage(organization.slug, event.id, `imports/${brought.id}`)),
    })
  return (
    <section className={styles.upload}>
      <h2 className={styles.heading}>{t('imports.file')}</h2>
      <p id={id} className="small soft">
        {t('imports.fileHelp')}
      </p>
      <input
        ref={input}
        hidden
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) bring(file)
          target.value = ''
        }}
      />
      <Button icon={IconFileImport} aria-describedby={id} busy={upload.isPending} onClick={() => input.current?.click()}>
        {t('imports.choose')}
      </Button>
      <Failure of={upload.error} />
    </section>
  )
}

function Brought({ brought }: { brought: ApplicationImport }) {
  const t = useText('console')
  const locale = useLocale()
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const said = brought.state === 'done' ? t('imports.doneShort', { count: brought.good }) : t(`imports.state.${brought.state}`)
  return (
    <li>
      <Link to={paths.consoleEventPage(organization.slug, event.id, `imports/${brought.id}`)}>
        <bdi>{brought.fileName}</bdi>
      </Link>
      <p className="small soft">
        {t('imports.brought', { by: brought.by, time: formatMoment(brought.uploadedAt, event.timeZone, locale), said })}
      </p>
    </li>
  )
}
