import { Fact, Facts } from '../../../components/index.js'
import type { PublicEvent } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import moreStyles from './more.module.css'
import { More } from './more.js'

/** Who sees what she told, what for and how long, and how it goes away again. Each sentence says what the software does. */
export function WithYourData({ event }: { event: PublicEvent }) {
  const t = useText('apply')
  const organization = event.organization.name
  const host = event.hosts[0]?.name
  return (
    <More title={t('data.title')} lead={t('data.lead')}>
      <Facts className={moreStyles.facts}>
        <Fact name={t('data.who.title')}>
          {t('data.who.text', { organization })} {event.largestGroup > 1 && t('data.who.together')}
        </Fact>
        <Fact name={t('data.for.title')}>{t('data.for.text')}</Fact>
        <Fact name={t('data.public.title')}>{t('data.public.text')}</Fact>
        <Fact name={t('data.device.title')}>{t('data.device.text')}</Fact>
        <Fact name={t('data.long.title')}>{t('data.long.text', { organization })}</Fact>
        <Fact name={t('data.erase.title')}>{t(host ? 'data.erase.text' : 'data.erase.noHost', { host: host ?? '', organization })}</Fact>
      </Facts>
    </More>
  )
}
