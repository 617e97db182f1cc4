import { EditorContent, useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useEffect, useMemo, useRef } from 'react'
import { useText } from '../../../../lib/i18n/index.js'
import styles from './rich-text-editor.module.css'
import { RichTextToolbar } from './rich-text-toolbar.js'

type Props = {
  value: string
  onChange: (html: string) => void
  labelledBy: string
  describedBy: string
  invalid: boolean
  disabled: boolean
}

/** Only what the public page can show: the server drops everything else. */
const extensions = [
  StarterKit.configure({
    heading: { levels: [3] },
    code: false,
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    underline: false,
    link: { openOnClick: false, autolink: true, protocols: ['https', 'http', 'mailto'], HTMLAttributes: { rel: null, target: null } },
  }),
]

const isEmpty = (html: string) => html === '<p></p>'

export default function RichTextEditor({ value, onChange, labelledBy, describedBy, invalid, disabled }: Props) {
  const t = useText('console')
  const report = useRef(onChange)
  useEffect(() => {
    report.current = onChange
  })
  const attributes = useMemo(
    () => ({
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-labelledby': labelledBy,
      'aria-describedby': describedBy,
      ...(invalid ? { 'aria-invalid': 'true' } : {}),
    }),
    [labelledBy, describedBy, invalid],
  )
  const editor = useEditor({
    extensions,
    content: value,
    // The style policy refuses a style element; what it would hold stands in the module.
    injectCSS: false,
    shouldRerenderOnTransaction: true,
    editorProps: { attributes },
    onUpdate: ({ editor: current }) => report.current(isEmpty(current.getHTML()) ? '' : current.getHTML()),
  })

  useEffect(() => {
    if (!editor.isDestroyed) editor.setOptions({ editable: !disabled, editorProps: { attributes } })
  }, [editor, disabled, attributes])

  // What was given up, or saved by somebody else, replaces what stands here; one's own typing comes back unchanged.
  useEffect(() => {
    if (editor.isDestroyed || editor.isFocused) return
    const shown = editor.getHTML()
    if (value !== shown && !(value === '' && isEmpty(shown))) editor.commands.setContent(value, { emitUpdate: false })
  }, [editor, value])

  return (
    <div className={styles.field} data-invalid={invalid || undefined} data-disabled={disabled || undefined}>
      {!disabled && <RichTextToolbar editor={editor} label={t('editor.rich.toolbar')} />}
      <EditorContent editor={editor} className={styles.content} />
    </div>
  )
}
