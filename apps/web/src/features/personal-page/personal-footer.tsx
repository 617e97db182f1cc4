import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { paths } from '../../app/paths.js'
import { Icon, PageFooter } from '../../components/index.js'
import { useText } from '../../lib/i18n/index.js'
import { returnSeat } from './api/personal-page.js'
import { InstallButton } from './home-screen/install-button.js'
import { ForgetButton } from './offline/forget-button.js'
import type { PersonalProps } from './personal-page.js'
import { Question } from './question.js'
import { WithdrawLink } from './withdrawal/withdraw-link.js'

/** Who has this link, the way out, and where to read on. */
export function PersonalFooter(props: PersonalProps) {
  const t = useText('me')
  const { me, since } = props
  const { organization, slug } = me.event
  return (
    <PageFooter>
      <span>
        <Icon of={IconLock} />
        {t('footer.private')}
      </span>
      {me.can.giveBack ? <GiveBack {...props} /> : me.can.withdraw && <WithdrawLink {...props} />}
      {!since && (
        <>
          {me.draw && <Link to={`${paths.draw(organization.slug, slug)}?ticket=${me.ticket.number}`}>{t('footer.draw')}</Link>}
          <Link to={paths.event(organization.slug, slug)}>{t('footer.event')}</Link>
          <InstallButton />
        </>
      )}
      <ForgetButton {...props} />
    </PageFooter>
  )
}

function GiveBack({ token, actions }: PersonalProps) {
  const t = useText('me')
  const [asking, setAsking] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setAsking(true)}>
        {t('giveBack.link')}
      </button>
      <Question
        open={asking}
        onClose={() => setAsking(false)}
        title={t('giveBack.title')}
        text={t('giveBack.text')}
        keep={t('giveBack.keep')}
        go={t('giveBack.go')}
        busy={actions.busy === 'giveBack'}
        onGo={() => actions.change('giveBack', () => returnSeat(token))}
      />
    </>
  )
}
