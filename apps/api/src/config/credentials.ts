/** What stands between the scheme, if there is one, and the last @ of an address: a user and a password, however wrongly written. */
const written = /^([a-z][a-z0-9+.-]*:\/\/)?(.*)@/is

/** After the last colon of an address that lacks its @ there may be a password, unless it is a port. */
const afterColon = /:(?!\/\/|\d{1,5}(?:[/?#]|$)).*/s

/** An address without its secrets, also when it is one that no parser takes. */
export function withoutCredentials(address: string): string {
  const masked = address.includes('@') ? address.replace(written, '$1…@') : address.replace(afterColon, ':…')
  return masked.replace(/([?&]password=)[^&]*/gi, '$1…')
}

/** Whether a user or password holds a character that ends it too early, or a % that begins no code. */
export function hasUnencodedCredentials(address: string): boolean {
  return /[/?#@]|%(?![0-9a-f]{2})/i.test(written.exec(address)?.[2] ?? '')
}

/**
 * Whether every parser finds the same user and password in an address.
 * With "app:12/3@host" the URL parser takes "app" for the host, and a second @ divides opinions.
 */
export function hasClearCredentials(address: string): boolean {
  const [, authority = '', rest = ''] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)(.*)$/is.exec(address) ?? []
  // An @ in a parameter is none of a password's.
  if (authority.split('@').length > 2 || /^[^?]*@|^\?[^=]*@|#.*@/s.test(rest)) return false
  const { username, password } = new URL(address)
  try {
    decodeURIComponent(username)
    decodeURIComponent(password)
    return true
  } catch {
    return false
  }
}
