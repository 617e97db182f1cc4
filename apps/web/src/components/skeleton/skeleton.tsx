import { classNames } from '../class-names.js'
import styles from './skeleton.module.css'

/** A grey line where text will stand. */
export const Skeleton = ({ width = '100%', height = '1em', className }: { width?: string; height?: string; className?: string }) => (
  <span className={classNames(styles.skeleton, className)} style={{ width, height }} aria-hidden="true" />
)
