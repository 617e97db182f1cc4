import { Button, Dialog } from '../../components/index.js'

type Props = {
  open: boolean
  onClose: () => void
  title: string
  text: string
  keep: string
  go: string
  busy: boolean
  onGo: () => Promise<boolean>
}

/** Asks before something that cannot be taken back, and says what will happen. */
export function Question({ open, onClose, title, text, keep, go, busy, onGo }: Props) {
  const proceed = async () => {
    await onGo()
    onClose()
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {keep}
          </Button>
          <Button variant="danger" busy={busy} onClick={() => void proceed()}>
            {go}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  )
}
