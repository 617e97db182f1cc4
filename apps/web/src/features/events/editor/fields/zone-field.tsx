import { useMemo } from 'react'
import { Field, Select } from '../../../../components/index.js'
import { useText } from '../../../../lib/i18n/index.js'
import { zonesByRegion } from '../../time/wall-time.js'

type Props = { value: string; onChange: (zone: string) => void; error?: string; disabled?: boolean }

const zoneHere = Intl.DateTimeFormat().resolvedOptions().timeZone

/** All zones by region; the one of this device stands on top, because it is mostly the right one. */
export function ZoneField({ value, onChange, error, disabled }: Props) {
  const t = useText('console')
  const regions = useMemo(() => zonesByRegion(value), [value])
  return (
    <Field label={t('editor.fields.timeZone')} help={t('editor.fields.timeZoneHint')} error={error}>
      <Select value={value} onChange={(change) => onChange(change.target.value)} disabled={disabled}>
        {zoneHere !== value && (
          <optgroup label={t('editor.fields.timeZoneYours')}>
            <option value={zoneHere}>{nameOf(zoneHere)}</option>
          </optgroup>
        )}
        {regions.map(({ region, zones }) => (
          <optgroup key={region} label={region}>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {nameOf(zone)}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </Field>
  )
}

/** "Amsterdam, Europe". */
function nameOf(zone: string): string {
  const [region, ...place] = zone.split('/')
  return place.length ? `${place.join(', ').replaceAll('_', ' ')}, ${region}` : zone
}
