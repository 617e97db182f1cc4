import { useEffect, useState } from 'react'
import { useText } from '../../../lib/i18n/index.js'

/** What Chromium sends when a page may be put on the home screen; no other browser asks like this. */
type InstallEvent = Event & { prompt: () => Promise<unknown> }

const isIphone = 'standalone' in navigator && navigator.standalone === false

/** The way to the home screen, where the browser has one. */
export function InstallButton() {
  const t = useText('me')
  const [offer, setOffer] = useState<InstallEvent | null>(null)

  useEffect(() => {
    const onOffer = (event: Event) => {
      event.preventDefault()
      setOffer(event as InstallEvent)
    }
    const onInstalled = () => setOffer(null)
    addEventListener('beforeinstallprompt', onOffer)
    addEventListener('appinstalled', onInstalled)
    return () => {
      removeEventListener('beforeinstallprompt', onOffer)
      removeEventListener('appinstalled', onInstalled)
    }
  }, [])

  if (isIphone) return <span>{t('install.iphone')}</span>
  if (!offer) return null
  const install = async () => {
    setOffer(null)
    await offer.prompt()
  }
  return (
    <button type="button" onClick={() => void install()}>
      {t('install.go')}
    </button>
  )
}
