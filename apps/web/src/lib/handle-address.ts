/** Where a social handle leads: `@name@server` to its own server, a domain name to Bluesky; null for anything else. */
export function handleAddress(handle: string): string | null {
  const [, name, server] = /^@?([\w.-]+)@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i.exec(handle) ?? []
  if (name && server) return `https://${server}/@${name}`
  return /^@?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(handle) ? `https://bsky.app/profile/${handle.replace(/^@/, '')}` : null
}
