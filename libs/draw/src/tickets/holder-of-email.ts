/** The holder of a ticket applied for by mail: trimmed, lower case, with its kind in front (protocol section 2). */
export function holderOfEmail(address: string): string {
  return `email:${address.trim().toLowerCase()}`
}
