import { useEffect } from 'react'

/** Tells the browser how this page stands on a home screen. The links come with the page and go with it: no other page can be kept there. */
export function useManifest(token: string, organizationSlug: string | undefined): void {
  useEffect(() => {
    if (!organizationSlug) return
    const links = [
      linkTo('manifest', `/me/${token}/app.webmanifest`),
      linkTo('apple-touch-icon', `/icons/${organizationSlug}/icon-192.png`),
    ]
    document.head.append(...links)
    return () => {
      for (const link of links) link.remove()
    }
  }, [token, organizationSlug])
}

function linkTo(rel: string, href: string): HTMLLinkElement {
  const link = document.createElement('link')
  link.rel = rel
  link.href = href
  return link
}
