import { givenName } from '../../lib/given-name.js'
import type { ReactNode } from 'react'
import { Avatar, PersonName } from '../../components/index.js'
import type { PublicEvent } from '../../lib/api/types.js'
import styles from './host-note.module.css'

/** What a host says, with her face beside it and her name below. */
export function HostNote({ event, children }: { event: PublicEvent; children: ReactNode }) {
  const host = event.hosts[0]
  return (
    <div className={styles.note}>
      {host && <Avatar name={host.name} photo={host.photo} />}
      <div className={styles.words}>
        <p>{children}</p>
        {host && (
          <p className="small faint">
            <PersonName>{givenName(host.name)}</PersonName>
          </p>
        )}
      </div>
    </div>
  )
}
