import type { HostName } from './demo-event.js'

/** How to sign in to the demo; printed at the start. */
export const demoSignIn = { email: 'mirjam@duinlicht.example', password: 'eleven telescopes' } as const

export const museum = {
  organizationName: 'Museum Duinlicht',
  name: 'Mirjam de Vries',
  ...demoSignIn,
  locale: 'en',
} as const

export const brand = {
  accent: '#0A6450',
  address: 'Duinlicht, Kometenpad 1, Noordwijk',
  website: 'https://duinlicht.example/',
  logo: 'logo-duinlicht.svg',
} as const

/** Who else works there. They sign in with the same password. */
export const colleagues = [
  { name: 'Joost Bakker', email: 'joost@duinlicht.example', role: 'organizer' },
  { name: 'Noor Hendriks', email: 'door@duinlicht.example', role: 'door' },
] as const

export const hosts: Record<HostName, { name: string; roleTitle: string; handle: string; replyTo: string; photo: string }> = {
  mirjam: {
    name: 'Mirjam de Vries',
    roleTitle: 'Community lead',
    handle: '@mirjam@toot.example',
    replyTo: 'mirjam@duinlicht.example',
    photo: 'host-mirjam.svg',
  },
  ineke: {
    name: 'Ineke Brouwer',
    roleTitle: 'Flight operations',
    handle: '@ineke@toot.example',
    replyTo: 'ineke@duinlicht.example',
    photo: 'host-ineke.svg',
  },
  joost: {
    name: 'Joost Bakker',
    roleTitle: 'Workshop and sky',
    handle: 'joost.bsky.example',
    replyTo: 'joost@duinlicht.example',
    photo: 'host-joost.svg',
  },
}
