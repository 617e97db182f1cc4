import { Avatar, PersonName } from '../../components/index.js'
import type { PublicHost } from '../../lib/api/types.js'
import { useText } from '../../lib/i18n/index.js'
import { handleAddress } from '../../lib/handle-address.js'
import styles from './event-hosts.module.css'

/** People speak, not brands: who asks you to come. */
export function EventHosts({ hosts }: { hosts: readonly PublicHost[] }) {
  const t = useText('event')
  return (
    <ul className={styles.hosts}>
      {hosts.map((host) => (
        <li key={host.id} className={styles.host}>
          <Avatar name={host.name} photo={host.photo} />
          <p>
            <strong>
              {hosts.length === 1 ? (
                t.rich('host.is', { name: <PersonName>{host.name}</PersonName> })
              ) : (
                <PersonName>{host.name}</PersonName>
              )}
            </strong>
            <span>
              {host.roleTitle}
              {host.handle && (
                <>
                  {host.roleTitle && ', '}
                  <Handle handle={host.handle} />
                </>
              )}
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}

function Handle({ handle }: { handle: string }) {
  const address = handleAddress(handle)
  return address ? (
    <a href={address} rel="noopener nofollow">
      <bdi>{handle}</bdi>
    </a>
  ) : (
    <bdi>{handle}</bdi>
  )
}
