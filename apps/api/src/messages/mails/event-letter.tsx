import type { ReactNode } from 'react'
import type { MessageValues } from '../../http/errors.js'
import { translate } from '../../http/index.js'
import { ActionButton, Heading, HostSignature, MailLayout, Paragraph, Rule, SmallLink, SmallPrint, Ticket } from '../components/index.js'
import type { EventParams } from '../event-params.js'
import { greetingName, unconfirmedName } from '../greeting-name.js'
import { isolate } from '../isolate.js'
import type { Locale, MailProps } from '../mail-template.js'
import { cityOf, dayOf, hourOf } from '../mail-times.js'

/** What the texts of every mail about an event may name. */
export function eventValues({ event, applicant }: EventParams, locale: Locale): MessageValues {
  const name = isolate(greetingName(applicant.name))
  return {
    name,
    title: isolate(event.title),
    place: isolate(event.place),
    ticket: applicant.ticketNumber,
    companions: listOf(applicant.companions ?? [], locale),
    city: cityOf(event.timeZone),
    ...momentValues('start', event.startsAt, event.timeZone, locale),
    ...momentValues('end', event.endsAt, event.timeZone, locale),
    ...momentValues('close', event.closesAt, event.timeZone, locale),
    ...(name === '' ? { context: 'nameless' } : {}),
  }
}

/** For mails to addresses that nobody has confirmed: whoever typed the address also typed the name. */
export function guarded<P extends EventParams>(params: P): P {
  const { name, companions = [] } = params.applicant
  return { ...params, applicant: { ...params.applicant, name: unconfirmedName(name), companions: companions.map(unconfirmedName) } }
}

/** The paragraph for those who apply together: the mail's `together`. */
export function together({ params }: MailProps<EventParams>): readonly string[] {
  return (params.applicant.companions ?? []).length > 0 ? ['together'] : []
}

/** For mails to an address that nobody has confirmed: its owner may want no other. */
export function NoMail({ mail: { t, links } }: { readonly mail: MailProps<EventParams> }) {
  return <SmallLink href={links.noMail}>{t('mails:noMail')}</SmallLink>
}

/** A moment as two values, `<name>Day` and `<name>Hour`. */
export function momentValues(name: string, instant: string, timeZone: string, locale: Locale): MessageValues {
  return { [`${name}Day`]: dayOf(locale, timeZone, instant), [`${name}Hour`]: hourOf(locale, timeZone, instant) }
}

const numbers: Record<Locale, Intl.NumberFormat> = { en: new Intl.NumberFormat('en'), nl: new Intl.NumberFormat('nl') }

const lists: Record<Locale, Intl.ListFormat> = { en: new Intl.ListFormat('en'), nl: new Intl.ListFormat('nl') }

/** `Youssef, Ines and one other`: those without a name that can be said come last. */
function listOf(companions: readonly string[], locale: Locale): string {
  const named = companions.filter((companion) => companion !== '')
  const count = companions.length - named.length
  const others = count > 0 ? [translate(locale, 'mails:others', { count })] : []
  return lists[locale].format([...named.map((companion) => isolate(greetingName(companion))), ...others])
}

/** 2318 → `2,318`, in Dutch `2.318`. */
export function numberIn(locale: Locale, value: number): string {
  return numbers[locale].format(value)
}

/** A paragraph: the key of a text of the mail, or what a person wrote herself. */
type Said = string | { readonly quote: string }

interface EventLetterProps<P extends EventParams> {
  readonly mail: MailProps<P>
  readonly says: readonly Said[]
  /** Where the one button leads; its words are the mail's `button`. */
  readonly to: string
  /** The fact under the newest stamp, whose word is the mail's `stamp`. */
  readonly stampFact?: string
  /** What stands between the paragraphs and the ticket. */
  readonly children?: ReactNode
  /** What stands below the host's name. */
  readonly below?: ReactNode
}

/** The shape that the mails about an event share: what the host says, one button, the ticket, the host's face. */
export function EventLetter<P extends EventParams>({ mail, says, to, stampFact, children, below }: EventLetterProps<P>) {
  const { t, locale, params, sender, accents } = mail
  const { event, applicant } = params
  const organization = sender.organization?.name ?? ''
  return (
    <MailLayout
      locale={locale}
      subject={t('subject')}
      preview={t('preview')}
      organization={organization}
      logoUrl={sender.organization?.logoUrl ?? null}
      accents={accents}
    >
      <Heading>{t('heading')}</Heading>
      <Paragraph>{t('mails:greeting')}</Paragraph>
      {says.map((said) =>
        typeof said === 'string' ? (
          <Paragraph key={said}>{t(said)}</Paragraph>
        ) : (
          <Paragraph key="quote">
            <bdi>{said.quote}</bdi>
          </Paragraph>
        ),
      )}
      <ActionButton href={to} label={t('button')} accents={accents} />
      {children}
      <Ticket
        organization={organization}
        title={event.title}
        when={dayOf(locale, event.timeZone, event.startsAt)}
        hours={t('mails:hours')}
        place={event.place}
        name={applicant.name}
        number={{ label: t('mails:ticket'), value: applicant.ticketNumber }}
        stamp={stampFact === undefined ? null : { word: t('stamp'), fact: stampFact }}
        accents={accents}
      />
      {sender.host && <HostSignature name={sender.host.name} roleTitle={sender.host.roleTitle} photoUrl={sender.host.photoUrl} />}
      <Rule />
      {below}
      <SmallPrint>{t('mails:why', { organization: isolate(organization) })}</SmallPrint>
      {sender.organization?.address && (
        <SmallPrint>
          <bdi>{sender.organization.address}</bdi>
        </SmallPrint>
      )}
    </MailLayout>
  )
}
