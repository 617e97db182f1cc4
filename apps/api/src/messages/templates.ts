import { addressAgreement, addressLeft, addressMoved, addressProof, addressTaken } from './mails/address-change.js'
import { applicationAgain } from './mails/application-again.js'
import { appealRefused } from './mails/appeal-refused.js'
import { confirmAddress } from './mails/confirm-address.js'
import { entered } from './mails/entered.js'
import { eventCancelled, seatCancelled } from './mails/event-cancelled.js'
import { excluded } from './mails/excluded.js'
import { invitation, promoted } from './mails/invitation.js'
import { invitationAccepted } from './mails/invitation-accepted.js'
import { lapsed } from './mails/lapsed.js'
import { leftOut } from './mails/left-out.js'
import { linkAgain } from './mails/link-again.js'
import { lostLink } from './mails/lost-link.js'
import { memberInvitation } from './mails/member-invitation.js'
import { setAside } from './mails/set-aside.js'
import { backIn } from './mails/back-in.js'
import { notConfirmed } from './mails/not-confirmed.js'
import { notDrawn } from './mails/not-drawn.js'
import { passwordReset } from './mails/password-reset.js'
import { reinstated } from './mails/reinstated.js'
import { revoked } from './mails/revoked.js'
import { seatDeclined, seatReturned } from './mails/seat-declined.js'
import { thanksCame, thanksMissed } from './mails/thanks.js'
import { withdrawn } from './mails/withdrawn.js'
import type { MailTemplate } from './mail-template.js'

/** Every mail that Tweetup sends, by the name under which it is queued and under which its texts lie in the catalogue. */
export const templates = {
  'confirm-address': confirmAddress,
  'application-again': applicationAgain,
  'link-again': linkAgain,
  'lost-link': lostLink,
  'address-proof': addressProof,
  'address-agreement': addressAgreement,
  'address-taken': addressTaken,
  'address-moved': addressMoved,
  'address-left': addressLeft,
  'set-aside': setAside,
  'back-in': backIn,
  'not-confirmed': notConfirmed,
  'left-out': leftOut,
  withdrawn,
  entered,
  invitation,
  promoted,
  'not-drawn': notDrawn,
  'invitation-accepted': invitationAccepted,
  'seat-declined': seatDeclined,
  'seat-returned': seatReturned,
  lapsed,
  revoked,
  excluded,
  reinstated,
  'appeal-refused': appealRefused,
  'event-cancelled': eventCancelled,
  'seat-cancelled': seatCancelled,
  'thanks-came': thanksCame,
  'thanks-missed': thanksMissed,
  'member-invitation': memberInvitation,
  'password-reset': passwordReset,
}

export type TemplateName = keyof typeof templates

/** What a mail of this name says. */
export type ParamsOf<N extends TemplateName> = (typeof templates)[N] extends MailTemplate<infer P> ? P : never

export function isTemplateName(name: string): name is TemplateName {
  return Object.hasOwn(templates, name)
}
