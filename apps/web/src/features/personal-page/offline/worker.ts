/**
 * The service worker of personal pages: it keeps the page's code, words and letters of one build, and the pictures that were seen, so that a page opens without a
 * connection. It holds nobody's data and no link: what somebody saw last, the page itself keeps under her own link (kept-page.ts).
 */
const worker = self as unknown as ServiceWorkerGlobalScope

/** Written in front of this code by the build. */
declare const keptFiles: readonly string[]
declare const keptVersion: string

const prefix = 'tweetup-me-'
const shellCache = prefix + keptVersion
const pictureCache = `${prefix}pictures`
const languageCache = `${prefix}language`
const languages = ['en', 'nl']
const mostPictures = 30
const patienceMs = 8000

const shellIn = (language: string) => `/me/shell?lang=${language}`
const isPersonalPage = (path: string) => /^\/me\/[\w-]{20,}$/.test(path)

worker.addEventListener('install', (event) => event.waitUntil(install()))
worker.addEventListener('activate', (event) => event.waitUntil(activate()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (request.mode === 'navigate') {
    if (isPersonalPage(pathname)) event.respondWith(page(event))
  } else if (pathname.startsWith('/assets/')) event.respondWith(asset(request))
  else if (pathname.startsWith('/files/')) event.respondWith(picture(event))
})

async function install(): Promise<void> {
  const cache = await caches.open(shellCache)
  await cache.addAll([...keptFiles, ...languages.map(shellIn)])
  // Pages are complete once they are open, so the newest build may take over at once.
  await worker.skipWaiting()
}

async function activate(): Promise<void> {
  const mine = [shellCache, pictureCache, languageCache]
  const old = (await caches.keys()).filter((name) => name.startsWith(prefix) && !mine.includes(name))
  await Promise.all(old.map((name) => caches.delete(name)))
  await worker.clients.claim()
}

/** From the server whenever it answers; the shell without data when it does not, for the page to fill. */
async function page(event: FetchEvent): Promise<Response> {
  try {
    const response = await fetch(event.request, { signal: AbortSignal.timeout(patienceMs) })
    if (response.status >= 500) return (await shell()) ?? response
    event.waitUntil(rememberLanguage(response.headers.get('content-language')))
    return response
  } catch {
    return (await shell()) ?? Response.error()
  }
}

async function shell(): Promise<Response | undefined> {
  const remembered = await (await caches.open(languageCache)).match('/language')
  const language = (await remembered?.text()) ?? (worker.navigator.language.startsWith('nl') ? 'nl' : 'en')
  return (await caches.open(shellCache)).match(shellIn(language))
}

async function rememberLanguage(language: string | null): Promise<void> {
  if (language && languages.includes(language)) await (await caches.open(languageCache)).put('/language', new Response(language))
}

/** Files with a hash in their names never change. */
async function asset(request: Request): Promise<Response> {
  const kept = await (await caches.open(shellCache)).match(request, { ignoreVary: true })
  return kept ?? fetch(request)
}

async function picture(event: FetchEvent): Promise<Response> {
  const cache = await caches.open(pictureCache)
  const kept = await cache.match(event.request, { ignoreVary: true })
  if (kept) return kept
  const response = await fetch(event.request)
  if (response.ok) event.waitUntil(keepPicture(cache, event.request, response.clone()))
  return response
}

async function keepPicture(cache: Cache, request: Request, response: Response): Promise<void> {
  await cache.put(request, response)
  const known = await cache.keys()
  await Promise.all(known.slice(0, -mostPictures).map((oldest) => cache.delete(oldest)))
}
