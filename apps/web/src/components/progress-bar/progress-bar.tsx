import styles from './progress-bar.module.css'

type Props = { /** Between 0 and 1. */ value: number; label: string }

export const ProgressBar = ({ value, label }: Props) => <progress className={styles.bar} aria-label={label} value={value} max={1} />
