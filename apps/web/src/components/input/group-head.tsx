import type { ReactNode } from 'react'
import styles from './input.module.css'

type Props = { label: ReactNode; optionalLabel?: string; help?: ReactNode; helpId: string }

/** What a group of boxes, circles or parts asks for. */
export const GroupHead = ({ label, optionalLabel, help, helpId }: Props) => (
  <>
    <legend className={styles.legend}>
      {label}
      {optionalLabel && (
        <>
          {' '}
          <span className={styles.optional}>{optionalLabel}</span>
        </>
      )}
    </legend>
    {help && (
      <p id={helpId} className={styles.groupHelp}>
        {help}
      </p>
    )}
  </>
)
