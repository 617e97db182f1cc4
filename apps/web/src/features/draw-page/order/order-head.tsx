import { useText } from '../../../lib/i18n/index.js'
import styles from './order.module.css'

export function OrderHead({ severalPools }: { severalPools: boolean }) {
  const t = useText('draw')
  return (
    <thead>
      <tr>
        <th scope="col">{t('order.rank')}</th>
        <th scope="col">{t('order.ticket')}</th>
        {severalPools && (
          <th scope="col" className={styles.deskOnly}>
            {t('order.pool')}
          </th>
        )}
        <th scope="col">{t('order.seat')}</th>
      </tr>
    </thead>
  )
}
