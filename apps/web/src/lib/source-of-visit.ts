import { storage } from './storage.js'

/** What brought somebody here: the site with the link, and the tags that its author put on it. */
export type SourceOfVisit = { referrer?: string; source?: string; medium?: string; campaign?: string }

const sourceKey = 'tweetup:source'
const deviceKey = 'tweetup:device:'
const longest = 200

/** Read once, at the address where the visit began; the tags are gone as soon as she goes on to the form. */
const arrivedFrom = read()
if (Object.keys(arrivedFrom).length > 0) keep(arrivedFrom)

function read(): SourceOfVisit {
  const tags = new URLSearchParams(location.search)
  const found = {
    referrer: hostOf(document.referrer),
    source: tags.get('utm_source'),
    medium: tags.get('utm_medium'),
    campaign: tags.get('utm_campaign'),
  }
  return Object.fromEntries(Object.entries(found).flatMap(([name, value]) => (value ? [[name, value.slice(0, longest)]] : [])))
}

/** The host of another site; pages of our own are no source. */
function hostOf(address: string): string | null {
  return URL.canParse(address) && new URL(address).host !== location.host ? new URL(address).host : null
}

function keep(source: SourceOfVisit): void {
  try {
    sessionStorage.setItem(sourceKey, JSON.stringify(source))
  } catch {
    // A browser that keeps nothing still knows it until the page is left.
  }
}

export function sourceOfVisit(): SourceOfVisit {
  try {
    return JSON.parse(sessionStorage.getItem(sourceKey) ?? 'null') ?? arrivedFrom
  } catch {
    return arrivedFrom
  }
}

const devices = new Map<string, string>()

/** A random number by which two applications from one device are recognised; a different one for each event, and gone after its close. */
export function deviceOf({ id, closesAt }: { id: string; closesAt: string }): string {
  const known = devices.get(id) ?? storage.read<{ id: string }>(deviceKey + id)?.id
  if (known) return known
  const device = { id: crypto.randomUUID(), closesAt }
  storage.write(deviceKey + id, device)
  // Trying again must send the very same, also where the browser keeps nothing.
  devices.set(id, device.id)
  return device.id
}
