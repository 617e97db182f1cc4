import { IconExternalLink } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Checkbox, Icon } from '../../../components/index.js'
import type { Question } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import styles from './consent-field.module.css'

type Props = {
  question: Question
  label: ReactNode
  help: ReactNode
  error: ReactNode
  name: string
  optionalLabel: string | undefined
  value: string
  onChange: (value: string) => void
}

/** A yes, and what it is a yes to. The document stands outside the label, so that a press on it reads and does not agree. */
export function ConsentField({ question, label, help, error, name, optionalLabel, value, onChange }: Props) {
  const t = useText('common')
  const { documentTitle, documentUrl } = question.settings
  return (
    <div>
      <Checkbox
        label={
          <>
            {label}
            {optionalLabel && <span className="soft small"> {optionalLabel}</span>}
          </>
        }
        help={help}
        error={error}
        path={name}
        checked={value === 'yes'}
        onChange={(event) => onChange(event.target.checked ? 'yes' : '')}
      />
      {documentUrl && (
        <a className={styles.document} href={documentUrl} target="_blank" rel="noopener noreferrer">
          <bdi>{documentTitle || documentUrl}</bdi>
          <Icon of={IconExternalLink} />
          <span className="sr">{t('link.newWindow')}</span>
        </a>
      )}
    </div>
  )
}
