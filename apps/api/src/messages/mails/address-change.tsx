import { SmallPrint } from '../components/index.js'
import type { EventParams } from '../event-params.js'
import { isolate } from '../isolate.js'
import type { MailTemplate } from '../mail-template.js'
import { EventLetter, eventValues, guarded, NoMail } from './event-letter.js'

/** The change that the link answers; its token is made from this. */
interface OfChange {
  readonly change: { readonly id: string; readonly role: 'prove' | 'agree' }
}

/** To the new address, which may be a stranger's: is it hers, and does she want these mails there? */
export const addressProof: MailTemplate<EventParams & OfChange> = {
  links: ['address', 'noMail'],
  values: (params, locale) => eventValues(guarded(params), locale),
  Body: (mail) => (
    <EventLetter
      mail={{ ...mail, params: guarded(mail.params) }}
      says={['asked', 'press']}
      to={mail.links.address}
      below={
        <>
          <SmallPrint>{mail.t('stranger')}</SmallPrint>
          <NoMail mail={mail} />
        </>
      }
    />
  ),
}

/** To the old, confirmed address: may mails go elsewhere from now on? */
export const addressAgreement: MailTemplate<EventParams & OfChange & { readonly newAddress: string }> = {
  links: ['address'],
  values: (params, locale) => ({ ...eventValues(params, locale), newAddress: isolate(params.newAddress) }),
  Body: (mail) => <EventLetter mail={mail} says={['asked', 'press', 'notYou']} to={mail.links.address} />,
}

/** To the owner of an application whose address somebody wants to move another one to. */
export const addressTaken: MailTemplate<EventParams> = {
  links: ['personal'],
  values: eventValues,
  Body: (mail) => <EventLetter mail={mail} says={['taken', 'stands']} to={mail.links.personal} />,
}

/** To the new address, once both have agreed: the link that works from now on. */
export const addressMoved: MailTemplate<EventParams> = {
  links: ['personal'],
  values: eventValues,
  Body: (mail) => <EventLetter mail={mail} says={['moved', 'ticket', 'keep']} to={mail.links.personal} />,
}

/** The last mail to the old address. It has no link to the page: whoever reads this mailbox need not be her any more. */
export const addressLeft: MailTemplate<EventParams> = {
  links: [],
  values: eventValues,
  Body: (mail) => <EventLetter mail={mail} says={['left', 'notYou']} to={mail.params.event.url} />,
}
