/** Every address of the web app in one place; the server knows the same ones. */
export const paths = {
  home: () => '/',
  signIn: (returnTo?: string) => (returnTo ? `/sign-in?to=${encodeURIComponent(returnTo)}` : '/sign-in'),
  signUp: () => '/sign-up',
  forgotPassword: () => '/reset',
  newPassword: (token: string) => `/reset/${token}`,
  join: (token: string) => `/join/${token}`,

  organization: (organization: string) => `/${organization}`,
  event: (organization: string, event: string) => `/${organization}/${event}`,
  apply: (organization: string, event: string) => `/${organization}/${event}/apply`,
  draw: (organization: string, event: string) => `/${organization}/${event}/draw`,
  confirm: (token: string) => `/confirm/${token}`,
  me: (token: string) => `/me/${token}`,
  lostLink: () => '/lost-link',

  console: () => '/console',
  consoleOrganization: (organization: string) => `/console/${organization}`,
  consoleHosts: (organization: string) => `/console/${organization}/hosts`,
  consoleHost: (organization: string, hostId: string) => `/console/${organization}/hosts/${hostId}`,
  consoleEvents: (organization: string) => `/console/${organization}/events`,
  consoleEvent: (organization: string, eventId: string) => `/console/${organization}/events/${eventId}`,
  consoleEventPage: (organization: string, eventId: string, page: string) => `/console/${organization}/events/${eventId}/${page}`,
  door: (organization: string, eventId: string) => `/door/${organization}/${eventId}`,
} as const
