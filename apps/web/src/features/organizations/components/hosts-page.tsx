import { IconPencil, IconPlus } from '@tabler/icons-react'
import { may } from '#permissions'
import { paths } from '../../../app/paths.js'
import { Avatar, ButtonLink, EmptyState, Loaded, PageHead, PersonName } from '../../../components/index.js'
import type { Host } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useHosts } from '../api.js'
import styles from './hosts-page.module.css'

export function HostsPage() {
  const t = useText('console')
  const { organization, role } = useMembership()
  const hosts = useHosts(organization.slug)
  const mayChange = may(role, 'hosts.manage')
  const add = (
    <ButtonLink to={paths.consoleHost(organization.slug, 'new')} icon={IconPlus}>
      {t('hosts.add')}
    </ButtonLink>
  )
  return (
    <>
      <PageHead heading={t('hosts.heading')} below={t('hosts.lede')} actions={mayChange && Boolean(hosts.data?.length) && add} />
      <Loaded of={hosts}>
        {(items) =>
          items.length ? (
            <ul className={styles.list}>
              {items.map((host) => (
                <HostRow key={host.id} host={host} mayChange={mayChange} />
              ))}
            </ul>
          ) : (
            <div className={styles.empty}>
              <EmptyState as="h2" title={t('hosts.empty')} action={mayChange && add}>
                {t('hosts.emptyText')}
              </EmptyState>
            </div>
          )
        }
      </Loaded>
    </>
  )
}

function HostRow({ host, mayChange }: { host: Host; mayChange: boolean }) {
  const t = useText('console')
  const { organization } = useMembership()
  return (
    <li className={styles.row}>
      <Avatar name={host.name} photo={host.photo} size="large" />
      <div className={styles.words}>
        <h2>
          <PersonName>{host.name}</PersonName>
        </h2>
        <p>{host.roleTitle}</p>
        <p className="small soft">
          {host.handle && (
            <>
              <bdi>{host.handle}</bdi>
              <br />
            </>
          )}
          <bdi>{host.replyTo}</bdi>
        </p>
      </div>
      {mayChange && (
        <ButtonLink
          variant="quiet"
          size="small"
          icon={IconPencil}
          to={paths.consoleHost(organization.slug, host.id)}
          aria-label={t('hosts.editOf', { name: host.name })}
        >
          {t('hosts.edit')}
        </ButtonLink>
      )}
    </li>
  )
}
