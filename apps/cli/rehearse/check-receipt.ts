import { fromHex, ticketId, verifyReceipt } from '#draw'
import type { Person } from './people.js'

/** The signed receipt of a mail, by the shapes of its parts and their order; its words are in the language of whoever applied. */
const parts =
  /\b([0-9a-f]{64})\b[^]*?\b([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b[^]*?\b([0-9a-f]{64})\b[^]*?(email:\S+)[^]*?\b(\d{10})\b[^]*?\b([0-9a-f]{128})\b[^]*?\b([0-9a-f]{64})\b/

/** The receipt can be checked without trusting anybody: the ticket follows from nonce and holder, and the signature holds. */
export async function checkReceipt(text: string, { email, ticketId: ticket, nonce: own }: Person): Promise<void> {
  const [, signed = '', event = '', nonce = '', holder = '', time = '', signature = '', publicKey = ''] = parts.exec(text) ?? []
  if (signed === '' || signed !== ticket) throw new Error(`The mail to ${email} has no receipt for the ticket ${ticket}.`)
  if (own === undefined || !nonce.startsWith(own)) throw new Error('A receipt does not begin with the nonce that the applicant made.')
  if (ticketId(event, fromHex(nonce), holder) !== ticket) throw new Error(`The ticket ${ticket} does not follow from its receipt.`)
  if (!(await verifyReceipt({ event, ticketId: ticket, time: Number(time) }, signature, publicKey)))
    throw new Error(`The signature of the receipt for ${ticket} does not hold.`)
}
