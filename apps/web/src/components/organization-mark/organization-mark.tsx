import { Link } from 'react-router'
import { paths } from '../../app/paths.js'
import type { OrganizationSummary } from '../../lib/api/types.js'
import styles from './organization-mark.module.css'

type Props = { organization: Pick<OrganizationSummary, 'name' | 'slug' | 'logoUrl'>; to?: string }

/** The organization's logo and name; leads to its page. */
export function OrganizationMark({ organization, to = paths.organization(organization.slug) }: Props) {
  return (
    <Link to={to} className={styles.mark}>
      {organization.logoUrl ? <img src={organization.logoUrl} alt="" /> : <TicketMark />}
      <span>{organization.name}</span>
    </Link>
  )
}

/** The product's own mark, for organizations without a logo: a ticket with its stub. */
export const TicketMark = () => (
  <svg
    viewBox="0 0 32 32"
    fill="none"
    stroke="currentColor"
    strokeWidth="2.400"
    strokeLinejoin="round"
    strokeLinecap="round"
    aria-hidden="true"
  >
    <path d="M3.500 8h15.500a3 3 0 0 0 6 0h3.500v16H25a3 3 0 0 0-6 0H3.500z" />
    <path d="M8.500 16.500l2.800 2.700 4.700-5.400" />
  </svg>
)
