/** What was already said of this visit to a form: a field counts once, however often somebody comes back to it. */
const counted = new Set<string>()

/**
 * Says that somebody came to a field of an event's application form: the id of a question, or `name`, `email`, `handle`, `consent`, `sent`.
 * Anonymous, once per visit, and never in anybody's way: whether it arrives changes nothing for her.
 */
export function countFormVisit(organization: string, event: string, field: string): void {
  const key = `${organization}/${event}/${field}`
  if (counted.has(key)) return
  counted.add(key)
  const path = `/api/public/${encodeURIComponent(organization)}/${encodeURIComponent(event)}/form-visits`
  const body = JSON.stringify({ field })
  if (navigator.sendBeacon?.(path, new Blob([body], { type: 'application/json' }))) return
  // Where there is no beacon, or no room for one, the request may still outlive the page.
  void fetch(path, { method: 'POST', body, headers: { 'content-type': 'application/json' }, keepalive: true }).catch(() => undefined)
}
