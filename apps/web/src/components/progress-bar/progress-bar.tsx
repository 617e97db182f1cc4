import styles from './progress-bar.module.css'

type Props = { /** Between 0 and 1. */ value: number; label: string }

export const ProgressBar = ({ value, label }: Props) => (
  <div className={styles.bar} role="progressbar" aria-label={label} aria-valuenow={Math.round(value * 100)} aria-valuemin={0} aria-valuemax={100}>
    <i style={{ width: `${Math.min(1, Math.max(0, value)) * 100}%` }} />
  </div>
)
