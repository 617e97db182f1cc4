import { IconChevronRight } from '@tabler/icons-react'
import { Link, Navigate } from 'react-router'
import { ButtonLink, EmptyState, HomeMark, Icon, PageHeader, TicketMark } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import { usePageTitle } from '../../../lib/use-page-title.js'
import { paths } from '../../paths.js'
import styles from './organizations-page.module.css'
import { useOpenSession } from './signed-in.js'

/** Where to go, for people of several organizations; the others are taken there at once. */
export function OrganizationsPage() {
  const t = useText('console')
  const { memberships } = useOpenSession()
  usePageTitle(t('choose.title'))
  const [only] = memberships
  if (only && memberships.length === 1) return <Navigate to={paths.consoleOrganization(only.organization.slug)} replace />
  return (
    <>
      <PageHeader mark={<HomeMark />} />
      <main id="main" className={`wrap ${styles.page}`}>
        <h1>{t('choose.heading')}</h1>
        {memberships.length ? (
          <ul className={styles.list}>
            {memberships.map(({ organization, role }) => (
              <li key={organization.id}>
                <Link to={paths.consoleOrganization(organization.slug)}>
                  <span className={styles.mark}>{organization.logoUrl ? <img src={organization.logoUrl} alt="" /> : <TicketMark />}</span>
                  <span>
                    <b>
                      <bdi>{organization.name}</bdi>
                    </b>
                    <span className="small soft">{t(`roles.${role}`)}</span>
                  </span>
                  <Icon of={IconChevronRight} />
                </Link>
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState as="h2" title={t('choose.none')} action={<ButtonLink to={paths.signUp()}>{t('choose.noneButton')}</ButtonLink>}>
            {t('choose.noneText')}
          </EmptyState>
        )}
      </main>
    </>
  )
}
