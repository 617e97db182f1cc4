import { IconLanguage, IconLogout, IconSwitchHorizontal } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { Avatar, PersonName } from '../../../../components/index.js'
import { Menu, MenuItem, MenuLine } from '../../../../components/menu/menu.js'
import { useSignOut } from '../../../../features/accounts/index.js'
import { switchLocale, useLocale, useText } from '../../../../lib/i18n/index.js'
import { useMembership } from '../../../../lib/membership.js'
import { paths } from '../../../paths.js'
import { useOpenSession } from '../signed-in.js'
import styles from './account-menu.module.css'

/** Who is signed in, at the foot of the navigation; with language, other organizations and the way out. */
export function AccountMenu() {
  const t = useText('console')
  const { user, role } = useMembership()
  const { memberships } = useOpenSession()
  const { language, signOut } = useAccountActions()
  return (
    <div className={styles.place}>
      <Menu
        align="start"
        trigger={
          <button type="button" className={styles.who}>
            <Avatar name={user.name} size="small" />
            <span>
              <span className="sr">{t('nav.account')} </span>
              <b>
                <PersonName>{user.name}</PersonName>
              </b>
              <small>{t(`roles.${role}`)}</small>
            </span>
          </button>
        }
      >
        <MenuItem icon={IconLanguage} onSelect={language.change}>
          <span lang={language.other}>{language.name}</span>
        </MenuItem>
        {memberships.length > 1 && (
          <MenuItem icon={IconSwitchHorizontal} to={paths.console()}>
            {t('nav.otherOrganization')}
          </MenuItem>
        )}
        <MenuLine />
        <MenuItem icon={IconLogout} onSelect={signOut}>
          {t('nav.signOut')}
        </MenuItem>
      </Menu>
    </div>
  )
}

/** What one can do with one's account, wherever it is shown. */
export function useAccountActions() {
  const t = useText('console')
  const locale = useLocale()
  const navigate = useNavigate()
  const leave = useSignOut()
  const other: 'en' | 'nl' = locale === 'en' ? 'nl' : 'en'
  return {
    language: { other, name: t(`languages.${other}`), change: () => void switchLocale(other) },
    signOut: () => leave.mutate(undefined, { onSuccess: () => void navigate(paths.signIn(), { replace: true }) }),
  }
}
