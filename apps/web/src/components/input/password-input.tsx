import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { type ComponentProps, useState } from 'react'
import { Icon } from '../icon/icon.js'
import styles from './password-input.module.css'
import { TextInput } from './text-input.js'

type Props = Omit<ComponentProps<'input'>, 'type'> & { words: { show: string; hide: string; showPassword: string; hidePassword: string } }

/** A password that can be looked at, so that nobody has to type it twice. */
export function PasswordInput({ words, ...rest }: Props) {
  const [shown, setShown] = useState(false)
  return (
    <span className={styles.password}>
      <TextInput {...rest} type={shown ? 'text' : 'password'} autoCapitalize="none" spellCheck={false} />
      <button
        type="button"
        className={styles.look}
        onClick={() => setShown(!shown)}
        aria-label={shown ? words.hidePassword : words.showPassword}
      >
        <Icon of={shown ? IconEyeOff : IconEye} />
        <span>{shown ? words.hide : words.show}</span>
      </button>
    </span>
  )
}
