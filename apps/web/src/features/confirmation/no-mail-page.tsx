import { IconArrowBackUp, IconMailOff } from '@tabler/icons-react'
import { useState } from 'react'
import { HomeMark, OrganizationMark } from '../../components/index.js'
import type { NoMailPage as Page } from '../../lib/api/types.js'
import { useText } from '../../lib/i18n/index.js'
import styles from './confirm-page.module.css'
import { Frame } from './frame.js'
import { blockMails, unblockMails } from './no-mail.js'
import { PressButton } from './press-button.js'

type Props = { token: string; page: Page }

/** Behind "that was not you?" in a mail to an address that nobody has confirmed. Opening it changes nothing. */
export function NoMailPage({ token, page: { organization, blocked: was } }: Props) {
  const t = useText('me')
  const [blocked, setBlocked] = useState(was)
  if (!organization)
    return (
      <Frame mark={<HomeMark />}>
        <h1>{t('confirm.unknown.title')}</h1>
        <p className="lede">{t('confirm.unknown.text')}</p>
      </Frame>
    )

  const values = { organization: organization.name }
  const key = blocked ? 'noMail.done' : 'noMail.ask'
  const press = async () => setBlocked((await (blocked ? unblockMails : blockMails)(token)).blocked)
  return (
    <Frame mark={<OrganizationMark organization={organization} />}>
      <h1>{t(`${key}.title`)}</h1>
      <p className="lede" role="status">
        {t(`${key}.text`, values)}
      </p>
      <PressButton
        label={t(`${key}.go`)}
        icon={blocked ? IconArrowBackUp : IconMailOff}
        variant={blocked ? 'quiet' : 'primary'}
        onPress={press}
      />
      <p className={`small soft ${styles.note}`}>{t('noMail.note', values)}</p>
    </Frame>
  )
}
