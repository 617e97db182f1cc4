import { Engraving } from '../../components/index.js'
import type { PublicEvent } from '../../lib/api/types.js'
import styles from './poster.module.css'

/** The one picture of an event, large. Without one the poster is an engraving drawn from the event itself. */
export function Poster({ event }: { event: PublicEvent }) {
  const { cover, hashtag } = event
  return (
    <figure className={styles.poster}>
      {cover ? (
        <img
          src={cover.medium}
          srcSet={`${cover.small} 500w, ${cover.medium} 1000w, ${cover.large} 2000w`}
          sizes="(max-width: 720px) 100vw, 62rem"
          alt={cover.alt}
          fetchPriority="high"
        />
      ) : (
        <div className={styles.drawn} aria-hidden="true">
          <Engraving number={event.id} className={styles.engraving} />
        </div>
      )}
      {hashtag && <figcaption className={`mono ${styles.hashtag}`}>#{hashtag}</figcaption>}
    </figure>
  )
}
