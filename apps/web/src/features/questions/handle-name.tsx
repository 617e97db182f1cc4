import { handleParts } from '#forms'
import { useText } from '../../lib/i18n/index.js'
import styles from './answer-value.module.css'

type Props = {
  handle: string
  /** The words around it name the network. */
  bare?: boolean
}

/**
 * A social account as people write it, and whole: one name may be two people's on two servers. The server stands back, and a line breaks
 * before it; where everybody is on one, the network is named in its place.
 */
export function HandleName({ handle, bare = false }: Props) {
  const t = useText('common')
  const { name, server, network } = handleParts(handle)
  return (
    <>
      <bdi className={styles.handle}>
        {name}
        {server !== null && network === null && (
          <>
            <wbr />
            <span className={styles.server}>@{server}</span>
          </>
        )}
      </bdi>
      {network !== null && !bare && <span className={styles.server}> {t(`networks.${network}`)}</span>}
    </>
  )
}
