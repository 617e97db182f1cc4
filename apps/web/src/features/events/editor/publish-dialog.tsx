import { useNavigate } from 'react-router'
import { paths } from '../../../app/paths.js'
import { Button, Dialog, Failure } from '../../../components/index.js'
import { useToast } from '../../../components/toast/toast.js'
import type { EventDetail } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { formatMoment } from '../../../lib/time.js'
import { usePublish } from '../api.js'
import styles from './publish-dialog.module.css'

type Props = { event: EventDetail; open: boolean; onClose: () => void }

/** What publishing sets in motion, before it does. */
export function PublishDialog({ event, open, onClose }: Props) {
  const t = useText('console')
  const locale = useLocale()
  const { organization, now } = useMembership()
  const publish = usePublish(organization.slug, event.id)
  const navigate = useNavigate()
  const say = useToast()
  const moment = (instant: string | null) => (instant ? formatMoment(instant, event.timeZone, locale) : '')
  const opensLater = event.opensAt !== null && new Date(event.opensAt) > new Date(now)

  const run = () =>
    publish.mutate(undefined, {
      onSuccess: () => {
        say(t('publish.done', { event: event.title }))
        void navigate(paths.consoleEvent(organization.slug, event.id))
      },
    })

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('publish.heading', { event: event.title })}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('state.cancel')}
          </Button>
          <Button busy={publish.isPending} onClick={run}>
            {t(publish.isPending ? 'publish.busy' : 'publish.submit')}
          </Button>
        </>
      }
    >
      <p>{t('publish.what')}</p>
      <ul className={styles.list}>
        <li>
          {t('publish.page')} <bdi className={styles.address}>{event.publicUrl}</bdi>
        </li>
        <li>
          {opensLater
            ? t('publish.opens', { open: moment(event.opensAt), close: moment(event.closesAt) })
            : t('publish.opensNow', { close: moment(event.closesAt) })}
        </li>
        <li>{t('publish.draw', { count: event.capacity })}</li>
        <li>{t('publish.locks')}</li>
      </ul>
      <Failure of={publish.error} />
    </Dialog>
  )
}
