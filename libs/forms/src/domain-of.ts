/** A domain name of at least two labels in lower case ASCII (RFC 5891), or undefined for what is none. */
export function domainOf(text: string): string | undefined {
  if (text.length > 253 || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(text) || !URL.canParse(`https://${text}`)) return undefined
  const { hostname } = new URL(`https://${text}`)
  return hostname.length <= 253 && /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/.test(hostname)
    ? hostname
    : undefined
}
