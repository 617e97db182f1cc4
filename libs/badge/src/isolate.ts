/**
 * Text in first strong isolates (Unicode UAX #9): an Arabic name no longer pulls the date after it to its front. For places without
 * markup; pages use <bdi>.
 */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}
