import { Link } from 'react-router'
import { paths } from '../../app/paths.js'
import { useText } from '../../lib/i18n/index.js'
import mark from './organization-mark.module.css'
import { TicketMark } from './organization-mark.js'

/** The product's mark and name, on pages that belong to no organization. */
export function HomeMark() {
  const t = useText('common')
  return (
    <Link to={paths.home()} className={mark.mark}>
      <TicketMark />
      <span>{t('product')}</span>
    </Link>
  )
}
