/** The part of a ticket id that people read to each other: `3f9a-71c2`. */
export function ticketNumber(ticketId: string): string {
  return `${ticketId.slice(0, 4)}-${ticketId.slice(4, 8)}`
}
