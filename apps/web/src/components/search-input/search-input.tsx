import { IconSearch } from '@tabler/icons-react'
import { Icon } from '../icon/icon.js'
import { TextInput } from '../input/text-input.js'
import styles from './search-input.module.css'

type Props = { label: string; value: string; onChange: (value: string) => void }

/** A field that narrows the list below it. Its label is its placeholder, and is spoken too. */
export const SearchInput = ({ label, value, onChange }: Props) => (
  <span className={styles.search} role="search">
    <Icon of={IconSearch} />
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(change) => onChange(change.target.value)}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
    />
  </span>
)
