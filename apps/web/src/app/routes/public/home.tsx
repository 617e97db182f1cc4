import {
  Barcode,
  BoxStamp,
  ButtonLink,
  Engraving,
  HomeMark,
  PageHeader,
  RankStamp,
  Ticket,
  TicketLabel,
  TicketNumber,
  TicketTitle,
} from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import { useTitle } from '../../../lib/use-title.js'
import { paths } from '../../paths.js'
import styles from './home.module.css'

const number = '3f9a-71c2'

/** The installation's front door: what this is, and the way in. */
export default function HomeRoute() {
  const t = useText('event')
  const common = useText('common')
  useTitle(common('product'))
  return (
    <>
      <PageHeader mark={<HomeMark />} />
      <main id="main" className={`wrap ${styles.page}`}>
        <div>
          <h1 className={styles.title}>{t('home.title')}</h1>
          <p className={`lede ${styles.lede}`}>{t('home.lede')}</p>
          <p className={styles.actions}>
            <ButtonLink to={paths.signIn()}>{t('home.signIn')}</ButtonLink>
            <ButtonLink to={paths.signUp()} variant="quiet">
              {t('home.signUp')}
            </ButtonLink>
          </p>
        </div>
        <div aria-hidden="true">
          <Ticket askew className={styles.ticket} mainClassName={styles.main} stubClassName={styles.stub} stub={<Stub />}>
            <Engraving number={number} className={styles.engraving} />
            <TicketLabel>{t('home.ticket')}</TicketLabel>
            <TicketTitle className={styles.ticketTitle}>{t('home.event')}</TicketTitle>
            <RankStamp word={common('stamp.rank')} rank="37" of={common('stamp.of', { total: '2318' })} turn={-9} className={styles.rank} />
            <BoxStamp word={t('home.stamp')} fact={t('home.stampFact')} big turn={-6} className={styles.stamp} />
          </Ticket>
        </div>
      </main>
    </>
  )
}

const Stub = () => (
  <>
    <TicketNumber>{number}</TicketNumber>
    <Barcode number={number} />
  </>
)
