/** The address that somebody may have meant, with or without its scheme. */
export function addressOf(typed: string): URL | undefined {
  const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`
  return URL.canParse(address) ? new URL(address) : undefined
}

/** The parts of an address's path, readable; what is not encoded well stays as it is. */
export function pathOf({ pathname }: URL): readonly string[] {
  return pathname.split('/').filter(Boolean).map(decoded)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
