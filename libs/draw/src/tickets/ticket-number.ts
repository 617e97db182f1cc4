/** How people read a ticket id to each other: its first eight digits in two groups, `3f9a-71c2`. */
export function ticketNumber(ticketId: string): string {
  return `${ticketId.slice(0, 4)}-${ticketId.slice(4, 8)}`
}
