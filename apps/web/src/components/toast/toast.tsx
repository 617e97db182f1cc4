import { Toast } from '@base-ui/react/toast'
import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Icon } from '../icon/icon.js'
import styles from './toast.module.css'

/** Goes around the pages that show toasts. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider>
      {children}
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport}>
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function Toasts() {
  const { toasts } = Toast.useToastManager()
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={styles.toast}>
      <Toast.Content className={styles.content}>
        <Icon of={IconCheck} />
        <Toast.Title className={styles.title} render={<span />} />
        <Toast.Action className={styles.action} />
      </Toast.Content>
    </Toast.Root>
  ))
}

/** `say('90 invitations are on their way', { label: 'Undo', run: undo })`: what just happened and, when it can be, the way back. */
export function useToast() {
  const { add, close } = Toast.useToastManager()
  return (title: string, undo?: { label: string; run: () => void }) => {
    const id: string = add({
      title,
      timeout: undo ? 10_000 : 6_000,
      actionProps: undo
        ? {
            children: undo.label,
            onClick: () => {
              undo.run()
              close(id)
            },
          }
        : undefined,
    })
  }
}
