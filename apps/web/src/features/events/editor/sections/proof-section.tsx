import { networks } from '#policy'
import { Link } from 'react-router'
import { paths } from '../../../../app/paths.js'
import { Checkbox, FieldError, RadioGroup } from '../../../../components/index.js'
import type { HandleProof } from '../../../../lib/api/types.js'
import { useText } from '../../../../lib/i18n/index.js'
import { useMembership } from '../../../../lib/membership.js'
import type { Editor } from '../use-editor.js'
import section from './section.module.css'

const modes = ['off', 'mark', 'required'] as const

/** Whether applicants show that a social account is theirs, where, and what is read of it. */
export function ProofSection({ editor: { values, set, errors, isLocked, closed } }: { editor: Editor }) {
  const t = useText('proof')
  const { organization } = useMembership()
  const { handleProof } = values
  const disabled = closed || isLocked('handleProof')
  const change = (changes: Partial<HandleProof>) => set({ handleProof: { ...handleProof, ...changes } })
  const choose = (mode: HandleProof['mode']) =>
    change({ mode, networks: mode !== 'off' && handleProof.networks.length === 0 ? ['fediverse', 'bluesky', 'web'] : handleProof.networks })
  const toggle = (network: HandleProof['networks'][number], on: boolean) =>
    change({ networks: networks.filter((known) => (known === network ? on : handleProof.networks.includes(known))) })

  return (
    <>
      <p className={section.note}>{t('editor.hint')}</p>
      {isLocked('handleProof') && <p className={section.locked}>{t('editor.locked')}</p>}
      <fieldset disabled={disabled} className={section.group}>
        <RadioGroup
          label={t('editor.mode')}
          options={modes.map((mode) => ({ value: mode, label: t(`editor.mode.${mode}`), help: t(`editor.mode.${mode}.help`) }))}
          value={handleProof.mode}
          onChange={(mode) => choose(mode as HandleProof['mode'])}
        />
        {handleProof.mode !== 'off' && (
          <>
            <fieldset data-field="handleProof.networks">
              <legend>{t('editor.networks')}</legend>
              {networks.map((network) => (
                <Checkbox
                  key={network}
                  label={t(`network.${network}`)}
                  help={t(`editor.way.${network}`)}
                  checked={handleProof.networks.includes(network)}
                  onChange={(event) => toggle(network, event.target.checked)}
                />
              ))}
              <FieldError id="proof-networks" error={errors['handleProof.networks']} />
              <p className="small soft">{t('closedNetworks')}</p>
            </fieldset>
            <Checkbox
              label={t('editor.followers')}
              help={t('editor.followers.help')}
              checked={handleProof.followers}
              onChange={(event) => change({ followers: event.target.checked })}
            />
            <p className={section.note}>
              {t.rich('editor.brand', {
                link: (words) => <Link to={`${paths.consoleOrganization(organization.slug)}/settings`}>{words}</Link>,
              })}
            </p>
          </>
        )}
      </fieldset>
    </>
  )
}
