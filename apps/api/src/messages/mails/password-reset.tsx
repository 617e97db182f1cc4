import { isolate } from '../isolate.js'
import type { MailTemplate } from '../mail-template.js'
import { PlainLetter } from './plain-letter.js'

export interface PasswordResetParams {
  readonly name: string
  readonly resetId: string
}

/** Somebody, hopefully the owner of the account, asked for a new password. */
export const passwordReset: MailTemplate<PasswordResetParams> = {
  links: ['reset'],
  values: ({ name }) => ({ name: isolate(name) }),
  Body: (mail) => <PlainLetter mail={mail} says={['asked', 'press']} to={mail.links.reset} />,
}
