import { ActionButton, Heading, MailLayout, Paragraph, SmallPrint } from '../components/index.js'
import type { MailProps } from '../mail-template.js'

interface PlainLetterProps<P extends object> {
  readonly mail: MailProps<P>
  readonly says: readonly string[]
  readonly to: string
}

/** The shape of mails to members of an organization: a few sentences and one button. */
export function PlainLetter<P extends object>({ mail, says, to }: PlainLetterProps<P>) {
  const { t, locale, sender, accents } = mail
  return (
    <MailLayout
      locale={locale}
      subject={t('subject')}
      preview={t('preview')}
      organization={sender.organization?.name ?? t('mails:installation')}
      logoUrl={sender.organization?.logoUrl ?? null}
      accents={accents}
    >
      <Heading>{t('heading')}</Heading>
      {says.map((key) => (
        <Paragraph key={key}>{t(key)}</Paragraph>
      ))}
      <ActionButton href={to} label={t('button')} accents={accents} />
      <SmallPrint>{t('unasked')}</SmallPrint>
    </MailLayout>
  )
}
