import { IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useText } from '../../lib/i18n/index.js'
import { Icon } from '../icon/icon.js'
import styles from './dialog.module.css'

type Props = {
  open: boolean
  onClose: () => void
  title: ReactNode
  children: ReactNode
  /** The buttons at the bottom, the safe one first. */
  actions?: ReactNode
}

/** A question that must be answered before going on. The browser's own dialog keeps the focus inside and gives it back. */
export function Dialog({ open, onClose, title, children, actions }: Props) {
  const t = useText('common')
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    const element = dialog.current
    // A press beside the dialog closes it, where the browser knows how; Escape and the buttons do everywhere.
    element?.setAttribute('closedby', 'any')
    if (open && !element?.open) element?.showModal()
    if (!open && element?.open) element.close()
  }, [open])

  // In the body, so that it wears the page's colours and not those of the ticket or footer it was opened from.
  return createPortal(
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={titleId} onClose={onClose}>
      {open && (
        <div className={styles.content}>
          <div className={styles.head}>
            <h2 id={titleId}>{title}</h2>
            <button type="button" className={styles.close} onClick={onClose} aria-label={t('close')}>
              <Icon of={IconX} />
            </button>
          </div>
          <div className={styles.body}>{children}</div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
      )}
    </dialog>,
    document.body,
  )
}
