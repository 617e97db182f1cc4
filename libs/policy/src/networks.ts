/** Where a social account can be proven: servers that speak Mastodon's API, the AT Protocol, a web page of one's own, and sites whose profiles everybody can read. */
export const networks = ['fediverse', 'bluesky', 'web', 'github'] as const
export type Network = (typeof networks)[number]
