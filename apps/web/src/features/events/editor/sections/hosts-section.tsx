import { IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '../../../../app/paths.js'
import { Avatar, Button, FieldError, Loaded, PersonName } from '../../../../components/index.js'
import type { Host } from '../../../../lib/api/types.js'
import { useText } from '../../../../lib/i18n/index.js'
import { useMembership } from '../../../../lib/membership.js'
import { useHosts } from '../../../organizations/index.js'
import type { Editor } from '../use-editor.js'
import styles from './hosts-section.module.css'
import section from './section.module.css'

export function HostsSection({ editor }: { editor: Editor }) {
  const t = useText('console')
  const { organization } = useMembership()
  const hosts = useHosts(organization.slug)
  return (
    <>
      <p className={section.note}>{t('editor.hostsHint')}</p>
      <Loaded of={hosts}>{(known) => <HostChoice editor={editor} known={known} />}</Loaded>
      <p className="small">
        <Link to={paths.consoleHost(organization.slug, 'new')}>{t('hosts.add')}</Link>
      </p>
    </>
  )
}

function HostChoice({ editor: { event, values, set, errors, closed }, known }: { editor: Editor; known: Host[] }) {
  const t = useText('console')
  // Somebody taken off the list of hosts may still be one here.
  const all = new Map([...event.hosts, ...known].map((host) => [host.id, host]))
  const chosen = values.hostIds.flatMap((id) => all.get(id) ?? [])
  const others = known.filter(({ id }) => !values.hostIds.includes(id))
  const choose = (hostIds: string[]) => set({ hostIds })
  const swap = (index: number) =>
    choose(values.hostIds.map((id, at, ids) => (at === index - 1 ? (ids[index] ?? id) : at === index ? (ids[index - 1] ?? id) : id)))
  return (
    <>
      {!known.length && <p>{t('editor.hostsNone')}</p>}
      {chosen.length > 0 && (
        <ol className={styles.list}>
          {chosen.map((host, index) => (
            <Row key={host.id} host={host} note={index === 0 ? t('editor.hostFirst') : null}>
              {index > 0 && (
                <Button
                  variant="text"
                  size="small"
                  icon={IconArrowUp}
                  disabled={closed}
                  onClick={() => swap(index)}
                  aria-label={t('editor.hostUp', { name: host.name })}
                >
                  {t('editor.up')}
                </Button>
              )}
              <Button
                variant="text"
                size="small"
                icon={IconX}
                disabled={closed}
                onClick={() => choose(values.hostIds.filter((id) => id !== host.id))}
                aria-label={t('editor.hostRemove', { name: host.name })}
              >
                {t('editor.takeOff')}
              </Button>
            </Row>
          ))}
        </ol>
      )}
      <FieldError id="host-error" error={errors.hostIds} />
      {others.length > 0 && (
        <div>
          <h3 className={styles.heading}>{t('editor.hostChoose')}</h3>
          <ul className={styles.list}>
            {others.map((host) => (
              <Row key={host.id} host={host} note={null}>
                <Button
                  variant="text"
                  size="small"
                  icon={IconPlus}
                  disabled={closed}
                  onClick={() => choose([...values.hostIds, host.id])}
                  aria-label={t('editor.hostAdd', { name: host.name })}
                >
                  {t('editor.add')}
                </Button>
              </Row>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function Row({ host, note, children }: { host: Host; note: string | null; children: ReactNode }) {
  return (
    <li className={styles.row}>
      <Avatar name={host.name} photo={host.photo} />
      <p>
        <b>
          <PersonName>{host.name}</PersonName>
        </b>
        <br />
        <span className="small soft">
          {host.roleTitle}
          {note && ` · ${note}`}
        </span>
      </p>
      <span className={styles.actions}>{children}</span>
    </li>
  )
}
