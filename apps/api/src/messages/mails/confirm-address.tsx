import { Code, SmallPrint } from '../components/index.js'
import type { EventParams } from '../event-params.js'
import type { MailTemplate } from '../mail-template.js'
import { EventLetter, eventValues, guarded, NoMail, together } from './event-letter.js'

export interface ConfirmAddressParams extends EventParams {
  /** The signed receipt of draw-protocol section 2. */
  readonly receipt: {
    readonly event: string
    readonly ticketId: string
    readonly nonce: string
    readonly holder: string
    readonly time: number
    readonly signature: string
    readonly publicKey: string
  }
  /** Somebody pressed a button for this mail; it leaves even if it is not the first. */
  readonly asked?: boolean
}

/** Asks whether the address is right; the only mail that an application causes before its address is proven. */
export const confirmAddress: MailTemplate<ConfirmAddressParams> = {
  links: ['confirm', 'noMail'],
  values: (params, locale) => eventValues(guarded(params), locale),
  Body: (mail) => {
    const { receipt } = mail.params
    const safe = { ...mail, params: guarded(mail.params) }
    return (
      <EventLetter
        mail={safe}
        says={['arrived', ...together(safe), 'press']}
        to={mail.links.confirm}
        below={
          <>
            <SmallPrint>{mail.t('stranger')}</SmallPrint>
            <NoMail mail={mail} />
            <SmallPrint>{mail.t('receipt')}</SmallPrint>
            <Code label={mail.t('ticketId')}>{receipt.ticketId}</Code>
            <Code label={mail.t('event')}>{receipt.event}</Code>
            <Code label={mail.t('nonce')}>{receipt.nonce}</Code>
            <Code label={mail.t('holder')}>{receipt.holder}</Code>
            <Code label={mail.t('time')}>{String(receipt.time)}</Code>
            <Code label={mail.t('signature')}>{receipt.signature}</Code>
            <Code label={mail.t('publicKey')}>{receipt.publicKey}</Code>
          </>
        }
      />
    )
  },
}
