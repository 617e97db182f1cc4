import type { Editor } from '@tiptap/react'
import { type KeyboardEvent, useState } from 'react'
import { Button, Field, TextInput } from '../../../../components/index.js'
import { useText } from '../../../../lib/i18n/index.js'
import styles from './link-form.module.css'

const isLink = (address: string) => /^(https?:\/\/\S+|mailto:\S+@\S+)$/i.test(address)

/** People type an address without its beginning; what is meant is clear. */
const completed = (address: string) => (/^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(address) ? `https://${address}` : address)

/** Asks where the marked words lead. It is no form of its own: it stands inside one. */
export function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const t = useText('console')
  const existing = (editor.getAttributes('link').href as string | undefined) ?? ''
  const [address, setAddress] = useState(existing)
  const [wrong, setWrong] = useState(false)

  const finish = () => {
    onDone()
    editor.commands.focus()
  }
  const set = () => {
    const href = completed(address.trim())
    if (!isLink(href)) return setWrong(true)
    const chain = editor.chain().focus().extendMarkRange('link')
    if (editor.state.selection.empty && !existing)
      chain.insertContent({ type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href } }] }).run()
    else chain.setLink({ href }).run()
    onDone()
  }
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
    onDone()
  }
  const onKeyDown = (key: KeyboardEvent) => {
    if (key.key === 'Enter') {
      key.preventDefault()
      set()
    }
    if (key.key === 'Escape') finish()
  }

  return (
    <div className={styles.form} role="group" aria-label={t('editor.rich.link')}>
      <Field label={t('editor.rich.linkAddress')} error={wrong ? t('editor.rich.linkWrong') : undefined}>
        <TextInput
          type="text"
          inputMode="url"
          autoFocus
          autoCapitalize="none"
          spellCheck={false}
          placeholder="https://"
          value={address}
          onKeyDown={onKeyDown}
          onChange={(change) => {
            setAddress(change.target.value)
            setWrong(false)
          }}
        />
      </Field>
      <div className={styles.actions}>
        <Button size="small" onClick={set}>
          {t('editor.rich.linkSet')}
        </Button>
        {existing && (
          <Button size="small" variant="quiet" onClick={remove}>
            {t('editor.rich.linkRemove')}
          </Button>
        )}
        <Button size="small" variant="text" onClick={finish}>
          {t('state.cancel')}
        </Button>
      </div>
    </div>
  )
}
