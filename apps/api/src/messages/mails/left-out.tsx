import type { EventParams } from '../event-params.js'
import type { MailTemplate } from '../mail-template.js'
import { EventLetter, eventValues } from './event-letter.js'

export interface LeftOutParams extends EventParams {
  readonly reason: 'below-threshold' | 'not-reviewed' | 'unproven' | 'no-pool'
}

/** At the freeze, to whom the rules have left out of the draw: that it is so, and why. */
export const leftOut: MailTemplate<LeftOutParams> = {
  links: ['personal'],
  values: (params, locale) => eventValues(params, locale),
  Body: (mail) => <EventLetter mail={mail} says={sentencesOf(mail.params.reason)} to={mail.links.personal} />,
}

function sentencesOf(reason: LeftOutParams['reason']): readonly string[] {
  if (reason === 'no-pool') return ['no-pool', 'thanks']
  return reason === 'unproven' ? ['unproven', 'again'] : ['read', reason, 'thanks']
}
