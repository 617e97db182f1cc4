import { Toolbar } from '@base-ui/react/toolbar'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBlockquote,
  IconBold,
  IconHeading,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { Icon } from '../../../../components/index.js'
import { useText } from '../../../../lib/i18n/index.js'
import { LinkForm } from './link-form.js'
import styles from './rich-text-toolbar.module.css'

type Mark = {
  name: 'bold' | 'italic' | 'heading' | 'bullets' | 'numbers' | 'quote'
  icon: TablerIcon
  node: string
  run: (editor: Editor) => void
}

const marks: Mark[] = [
  { name: 'bold', icon: IconBold, node: 'bold', run: (editor) => editor.chain().focus().toggleBold().run() },
  { name: 'italic', icon: IconItalic, node: 'italic', run: (editor) => editor.chain().focus().toggleItalic().run() },
  { name: 'heading', icon: IconHeading, node: 'heading', run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run() },
  { name: 'bullets', icon: IconList, node: 'bulletList', run: (editor) => editor.chain().focus().toggleBulletList().run() },
  { name: 'numbers', icon: IconListNumbers, node: 'orderedList', run: (editor) => editor.chain().focus().toggleOrderedList().run() },
  { name: 'quote', icon: IconBlockquote, node: 'blockquote', run: (editor) => editor.chain().focus().toggleBlockquote().run() },
]

/** The buttons above the text: one stop for the Tab key, arrows within, as a toolbar does. */
export function RichTextToolbar({ editor, label }: { editor: Editor; label: string }) {
  const t = useText('console')
  const [linking, setLinking] = useState(false)
  return (
    <>
      <Toolbar.Root className={styles.bar} aria-label={label}>
        {marks.map(({ name, icon, node, run }) => (
          <ToolButton key={name} icon={icon} label={t(`editor.rich.${name}`)} pressed={editor.isActive(node)} onPress={() => run(editor)} />
        ))}
        <ToolButton icon={IconLink} label={t('editor.rich.link')} pressed={editor.isActive('link')} onPress={() => setLinking(true)} />
        <span className={styles.gap} />
        <ToolButton
          icon={IconArrowBackUp}
          label={t('editor.rich.undo')}
          disabled={!editor.can().undo()}
          onPress={() => editor.chain().focus().undo().run()}
        />
        <ToolButton
          icon={IconArrowForwardUp}
          label={t('editor.rich.redo')}
          disabled={!editor.can().redo()}
          onPress={() => editor.chain().focus().redo().run()}
        />
      </Toolbar.Root>
      {linking && <LinkForm editor={editor} onDone={() => setLinking(false)} />}
    </>
  )
}

type ToolProps = { icon: TablerIcon; label: string; pressed?: boolean; disabled?: boolean; onPress: () => void }

const ToolButton = ({ icon, label, pressed, disabled, onPress }: ToolProps) => (
  <Toolbar.Button className={styles.tool} aria-label={label} title={label} aria-pressed={pressed} disabled={disabled} onClick={onPress}>
    <Icon of={icon} />
  </Toolbar.Button>
)
