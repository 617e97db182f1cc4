import { IconArchive } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../../app/paths.js'
import { BackLink, Button, Dialog, EmptyState, Failure, Loaded, PageHead, PersonName } from '../../../components/index.js'
import { useToast } from '../../../components/toast/toast.js'
import type { Host } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useArchiveHost, useHosts } from '../api.js'
import { HostForm } from './host-form.js'
import styles from './host-page.module.css'

export function NewHostPage() {
  const t = useText('console')
  return (
    <div className={styles.page}>
      <Back />
      <PageHead heading={t('hosts.addHeading')} />
      <HostForm host={null} />
    </div>
  )
}

export function HostPage({ hostId }: { hostId: string }) {
  const t = useText('console')
  const { organization } = useMembership()
  const hosts = useHosts(organization.slug)
  return (
    <div className={styles.page}>
      <Back />
      <Loaded of={hosts}>
        {(items) => {
          const host = items.find(({ id }) => id === hostId)
          if (!host) return <EmptyState title={t('problem.gone')}>{t('problem.goneText')}</EmptyState>
          return (
            <>
              <PageHead title={host.name} heading={<PersonName>{host.name}</PersonName>} />
              <HostForm key={host.id} host={host} />
              <Archive host={host} />
            </>
          )
        }}
      </Loaded>
    </div>
  )
}

function Back() {
  const t = useText('console')
  const { organization } = useMembership()
  return <BackLink to={paths.consoleHosts(organization.slug)}>{t('hosts.heading')}</BackLink>
}

function Archive({ host }: { host: Host }) {
  const t = useText('console')
  const { organization } = useMembership()
  const archive = useArchiveHost(organization.slug)
  const navigate = useNavigate()
  const say = useToast()
  const [asking, setAsking] = useState(false)
  const name = { name: host.name }
  const run = () =>
    archive.mutate(host.id, {
      onSuccess: () => {
        say(t('hosts.archived', name))
        void navigate(paths.consoleHosts(organization.slug))
      },
    })
  return (
    <div className={styles.archive}>
      <Button variant="text" size="small" icon={IconArchive} onClick={() => setAsking(true)}>
        {t('hosts.archive')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('hosts.archiveHeading', name)}
        actions={
          <>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              {t('state.cancel')}
            </Button>
            <Button variant="danger" busy={archive.isPending} onClick={run}>
              {t('hosts.archiveButton', name)}
            </Button>
          </>
        }
      >
        <p>{t('hosts.archiveText', name)}</p>
        <Failure of={archive.error} />
      </Dialog>
    </div>
  )
}
