import type { ComponentProps, ReactNode } from 'react'
import { classNames } from '../class-names.js'
import styles from './table.module.css'

type Props = ComponentProps<'table'> & { /** Says what the table lists; seen only by a screen reader. */ caption: ReactNode }

/** A quiet table: hairlines, no boxes. It scrolls sideways by itself when the screen is too narrow. */
export const Table = ({ caption, children, className, ...rest }: Props) => (
  <div className={styles.scroll}>
    <table {...rest} className={classNames(styles.table, className)}>
      <caption className="sr">{caption}</caption>
      {children}
    </table>
  </div>
)

/** For cells with figures: right aligned, figures below each other. */
export const figures = styles.figures
