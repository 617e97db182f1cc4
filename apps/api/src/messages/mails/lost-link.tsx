import { ActionButton, Heading, MailLayout, Paragraph, SmallPrint } from '../components/index.js'
import { isolate } from '../isolate.js'
import type { MailTemplate } from '../mail-template.js'
import { dayOf } from '../mail-times.js'

export interface LostLinkParams {
  /** Whoever has moved to another address since gets no link here. */
  readonly emailKey: string
  readonly pages: readonly {
    readonly applicationId: string
    readonly title: string
    readonly organization: string
    readonly startsAt: string
    readonly timeZone: string
  }[]
}

/** Somebody asked for the links to her personal pages. */
export const lostLink: MailTemplate<LostLinkParams> = {
  links: ['pages'],
  values: ({ pages }) => ({ count: pages.length, title: isolate(pages[0]?.title ?? '') }),
  Body: ({ t, locale, sender, accents, params: { pages }, links }) => {
    const urls = links.pages.split('\n')
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
        <Paragraph>{t('asked')}</Paragraph>
        {pages.map(
          ({ applicationId, title, organization, startsAt, timeZone }, index) =>
            urls[index] && (
              <div key={applicationId}>
                <Paragraph>
                  <bdi>{title}</bdi>
                  {', '}
                  {dayOf(locale, timeZone, startsAt)} (<bdi>{organization}</bdi>)
                </Paragraph>
                <ActionButton href={urls[index]} label={t('button')} accents={accents} />
              </div>
            ),
        )}
        <Paragraph>{t('keep')}</Paragraph>
        <SmallPrint>{t('unasked')}</SmallPrint>
      </MailLayout>
    )
  },
}
