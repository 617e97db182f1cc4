import { lazy, Suspense, useId } from 'react'
import { FieldError, Skeleton } from '../../../../components/index.js'
import styles from './rich-text-field.module.css'

type Props = { label: string; help: string; value: string; onChange: (html: string) => void; error?: string; disabled?: boolean }

const RichTextEditor = lazy(() => import('./rich-text-editor.js'))

/** A field for text with emphasis, lists and links. Its editor is large, so it is fetched only where somebody writes. */
export function RichTextField({ label, help, value, onChange, error, disabled = false }: Props) {
  const id = useId()
  return (
    <div>
      <p id={`${id}-label`} className={styles.label}>
        {label}
      </p>
      <p id={`${id}-help`} className={styles.help}>
        {help}
      </p>
      <Suspense fallback={<Skeleton height="14rem" />}>
        <RichTextEditor
          value={value}
          onChange={onChange}
          labelledBy={`${id}-label`}
          describedBy={`${id}-help ${id}-error`}
          invalid={Boolean(error)}
          disabled={disabled}
        />
      </Suspense>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}
