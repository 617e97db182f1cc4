import { Notice, ProgressBar } from '../../components/index.js'
import { useText } from '../../lib/i18n/index.js'

/** Says once what the device is doing, and shows how far it is: there is nothing to solve for the person, and nothing to press. */
export function EffortNotice({ share }: { share: number }) {
  const t = useText('apply')
  return (
    <div>
      <Notice kind="info" title={t('effort.title')} live>
        {t('effort.text')}
      </Notice>
      <ProgressBar value={share} label={t('effort.progress')} />
    </div>
  )
}
