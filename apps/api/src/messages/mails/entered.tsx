import { Code, Paragraph, QuietLink, SmallPrint } from '../components/index.js'
import type { EventParams } from '../event-params.js'
import type { MailTemplate } from '../mail-template.js'
import { EventLetter, eventValues, momentValues, numberIn, together } from './event-letter.js'

export interface EnteredParams extends EventParams {
  /** How many tickets take part. */
  readonly total: number
  readonly commitment: string
  readonly mode: 'beacon' | 'commit-reveal' | 'both'
  /** Null when secrets alone decide. */
  readonly round: number | null
  /** When the round comes out, or the secrets may be used at the earliest. */
  readonly roundTime: string
  readonly trialBeacon: boolean
}

const source = { beacon: ['round'], both: ['round', 'both'], 'commit-reveal': ['secrets'] } as const

/** At the close, to everybody whose ticket takes part: the commitment, so that each applicant is a witness (draw-protocol section 4). */
export const entered: MailTemplate<EnteredParams> = {
  links: ['personal'],
  values: (params, locale) => ({
    ...eventValues(params, locale),
    total: numberIn(locale, params.total),
    round: params.round === null ? '' : numberIn(locale, params.round),
    ...momentValues('round', params.roundTime, params.event.timeZone, locale),
  }),
  Body: (mail) => {
    const { params, t, accents } = mail
    return (
      <EventLetter
        mail={mail}
        says={['frozen', ...together(mail), ...source[params.mode]]}
        to={mail.links.personal}
        stampFact={t('oneOf')}
        below={<SmallPrint>{t('witness')}</SmallPrint>}
      >
        {params.trialBeacon && <Paragraph>{t('trial')}</Paragraph>}
        <Code label={t('commitment')}>{params.commitment}</Code>
        <SmallPrint>
          <QuietLink href={`${params.event.url}/draw`} label={t('draw')} accents={accents} />
        </SmallPrint>
      </EventLetter>
    )
  },
}
