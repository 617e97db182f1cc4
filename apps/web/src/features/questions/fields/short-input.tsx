import type { ComponentProps } from 'react'
import type { HandleNetwork } from '#forms'
import { CountedInput, TextInput } from '../../../components/index.js'
import type { Question } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'

type Props = { question: Question; value: string; onChange: (value: string) => void; onBlur: () => void }

const verbatim = { autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false } as const

/** How a handle looks on each network; nothing where every form is right. */
const handleExamples: Record<HandleNetwork, string> = {
  fediverse: '@naam@mastodon.social',
  bluesky: 'naam.bsky.social',
  instagram: '@naam',
  tiktok: '@naam',
  youtube: '@naam',
  linkedin: 'naam',
  github: 'naam',
  x: '@naam',
  website: 'naam.nl',
}

/** One line: a text, a number, a link or a handle, each with the keyboard that fits. */
export function ShortInput({ question: { type, settings, maxLength }, value, onChange, onBlur }: Props) {
  const t = useText('common')
  const common = { value, onBlur, onChange: (event: { target: { value: string } }) => onChange(event.target.value) }
  if (type === 'short') return <CountedInput {...common} limit={maxLength} dir="auto" />
  return <TextInput {...common} {...traits()} />

  function traits(): ComponentProps<'input'> {
    if (type === 'number')
      return { inputMode: (settings.least ?? 0) < 0 ? 'text' : settings.decimals ? 'decimal' : 'numeric', autoComplete: 'off' }
    if (type === 'link') return { ...verbatim, type: 'url', inputMode: 'url', autoComplete: 'url', placeholder: 'https://' }
    const example = settings.network && handleExamples[settings.network].replace('naam', t('handle.name'))
    return { ...verbatim, autoComplete: 'off', placeholder: example }
  }
}
