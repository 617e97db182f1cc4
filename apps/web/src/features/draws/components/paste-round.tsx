import { Button, Failure, Field, Notice, TextArea } from '../../../components/index.js'
import { useToast } from '../../../components/toast/toast.js'
import type { PublicDraw } from '../../../lib/api/types.js'
import { useForm } from '../../../lib/form/use-form.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import { useAwaitedRound, usePasteRound } from '../api.js'
import styles from './paste-round.module.css'

type Props = { beacon: NonNullable<PublicDraw['beacon']> }

/** While the round is out and no relay gives it: where it can be read, and a field to bring it by hand. */
export function PasteRound({ beacon }: Props) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const { data } = useAwaitedRound(organization.slug, event.id)
  if (!data?.due) return null
  return (
    <section className={styles.paste}>
      <Notice kind="attention" title={t('draw.late')}>
        {t('draw.lateText')}
      </Notice>
      <ul className={styles.relays}>
        {beacon.relays.map((relay) => {
          const address = `${relay}/${beacon.chainHash}/public/${data.round}`
          return (
            <li key={relay}>
              <a href={address} target="_blank" rel="noreferrer">
                {new URL(relay).host}
              </a>
            </li>
          )
        })}
      </ul>
      <RoundForm round={data.round} />
    </section>
  )
}

function RoundForm({ round }: { round: number }) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const paste = usePasteRound(organization.slug, event.id)
  const say = useToast()
  const form = useForm({
    initial: { round: '' },
    check: (values) => (values.round.trim() ? {} : { round: t('draw.pasteMissing') }),
    send: async (values) => {
      await paste.mutateAsync(values.round)
      say(t('draw.pasteDone'))
    },
  })
  return (
    <form {...form.props} className={styles.form}>
      <Field label={t('draw.paste', { round })} help={t('draw.pasteHelp')} error={form.errors.round} required>
        <TextArea
          className="mono"
          value={form.values.round}
          onChange={(change) => form.set('round', change.target.value)}
          rows={4}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
        />
      </Field>
      <Failure of={form.failure} />
      <div>
        <Button type="submit" busy={form.busy}>
          {t('draw.pasteSubmit')}
        </Button>
      </div>
    </form>
  )
}
