/** Has the browser keep what personal pages are made of. A browser that cannot, or will not in a private window, shows them with a connection only. */
export async function registerWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register('/me-worker.js', { scope: '/me/' })
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error
  }
}
