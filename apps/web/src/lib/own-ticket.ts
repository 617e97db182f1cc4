import { storage } from './storage.js'

/** What the device that applied knows of its own ticket: enough to find it in the draw, and to keep its link alive when the address is confirmed. */
export type OwnTicket = { number: string; personalToken: string }

const keyOf = (eventId: string) => `tweetup:ticket:${eventId}`

export const rememberOwnTicket = (eventId: string, ticket: OwnTicket): void => void storage.write(keyOf(eventId), ticket)
export const ownTicket = (eventId: string): OwnTicket | null => storage.read<OwnTicket>(keyOf(eventId))
export const forgetOwnTicket = (eventId: string): void => storage.remove(keyOf(eventId))

/** The token in a personal link, whatever host it names. */
export const tokenOf = (personalUrl: string): string => new URL(personalUrl, location.origin).pathname.split('/').at(-1) ?? ''
