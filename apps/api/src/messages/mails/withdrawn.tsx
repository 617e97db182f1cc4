import type { EventParams } from '../event-params.js'
import type { MailTemplate } from '../mail-template.js'
import { EventLetter, eventValues } from './event-letter.js'

export interface WithdrawnParams extends EventParams {
  /** Before the close the application just leaves and may come back; after the commitment it is a line in the public log. */
  readonly afterCommitment: boolean
}

/** Confirms to a fan that the application is withdrawn. */
export const withdrawn: MailTemplate<WithdrawnParams> = {
  links: ['personal'],
  values: eventValues,
  Body: (mail) => <EventLetter mail={mail} says={['done', mail.params.afterCommitment ? 'logged' : 'back']} to={mail.links.personal} />,
}
