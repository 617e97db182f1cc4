/** First parts of an address that belong to Tweetup itself, now or before long, and so to no organization. */
export const reservedSlugs: ReadonlySet<string> = new Set(
  `about account accounts admin answer api address app apply assets badge beacon blog calendar card code confirm console contact demo docs door
  draw embed event events favicon feed files fonts health help home host hosts house-rules icons images imprint invite join language legal
  live login logout lost-link mail mailbox manifest me media metrics new news no-mail null organization organizations preview privacy profile proof public
  register reset robots rules search security settings share sign-in sign-out sign-up signin signup sitemap static status support survey terms ticket
  tickets trial tweetup undefined unsubscribe user users verify wall well-known www`.split(/\s+/),
)
