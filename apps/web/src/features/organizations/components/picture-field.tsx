import { IconPhotoPlus, IconTrash } from '@tabler/icons-react'
import { type DragEvent, useId, useRef, useState } from 'react'
import { Button, classNames, FieldError, ProgressBar } from '../../../components/index.js'
import { Problem } from '../../../lib/api/problem.js'
import type { FileKind, UploadedFile } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { largestPicture, pictureTypes, uploadPicture } from '../upload-picture.js'
import styles from './picture-field.module.css'

type Props = {
  kind: FileKind
  label: string
  help: string
  /** What is shown now. */
  url: string | null
  /** Words on the buttons. */
  words: { choose: string; change: string; remove?: string }
  onChange: (picture: UploadedFile | null) => void
  error?: string
  disabled?: boolean
}

/** Chooses a picture, sends it, and shows it: by button, by drop, with the keyboard. */
export function PictureField({ kind, label, help, url, words, onChange, error, disabled = false }: Props) {
  const t = useText('console')
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const { share, refusal, send } = useUpload(kind, onChange)
  const [over, setOver] = useState(false)
  const uploading = share !== null

  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file && !disabled) void send(file)
  }

  return (
    <div role="group" aria-labelledby={`${id}-label`} aria-describedby={`${id}-help ${id}-error`}>
      <p id={`${id}-label`} className={styles.label}>
        {label}
      </p>
      <p id={`${id}-help`} className={styles.help}>
        {help}
      </p>
      <div
        className={classNames(styles.area, styles[kind], over && styles.over)}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <span className={styles.picture}>{url ? <img src={url} alt="" /> : <IconPhotoPlus stroke={1.25} aria-hidden />}</span>
        <div className={styles.controls}>
          <input
            ref={input}
            hidden
            type="file"
            accept={pictureTypes.join(',')}
            onChange={(change) => {
              const file = change.target.files?.[0]
              if (file) void send(file)
              change.target.value = ''
            }}
          />
          <Button variant="quiet" size="small" busy={uploading} disabled={disabled} onClick={() => input.current?.click()}>
            {url ? words.change : words.choose}
          </Button>
          {url && words.remove && (
            <Button variant="text" size="small" icon={IconTrash} disabled={disabled || uploading} onClick={() => onChange(null)}>
              {words.remove}
            </Button>
          )}
          {!url && <span className={styles.drop}>{t('upload.drop')}</span>}
        </div>
        {uploading && (
          <div className={styles.progress}>
            <ProgressBar value={share} label={t('upload.busy', { percent: Math.round(share * 100) })} />
          </div>
        )}
      </div>
      <FieldError id={`${id}-error`} error={refusal ?? error} />
    </div>
  )
}

/** One upload at a time: how far it is, and why the last one was refused. */
function useUpload(kind: FileKind, onDone: (picture: UploadedFile) => void) {
  const t = useText('console')
  const { organization } = useMembership()
  const [share, setShare] = useState<number | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)

  const refusedHere = (file: File): string | null => {
    if (!pictureTypes.includes(file.type)) return t('upload.wrongType')
    return file.size > largestPicture ? t('upload.tooLarge', { size: Math.ceil(file.size / 1024 / 1024) }) : null
  }

  const send = async (file: File) => {
    const reason = refusedHere(file)
    setRefusal(reason)
    if (reason) return
    setShare(0)
    try {
      onDone(await uploadPicture({ organization: organization.slug, kind, file, onProgress: setShare }))
    } catch (error) {
      setRefusal((error instanceof Problem && (error.errors[0]?.message || error.title)) || t('upload.failed'))
    } finally {
      setShare(null)
    }
  }
  return { share, refusal, send }
}
