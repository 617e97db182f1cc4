/** The catalogues each public page needs beside the common one. The server's page data names the page; the build asks for its files along with the shell. */
export const publicPages = {
  home: ['event'],
  organization: ['event'],
  event: ['event'],
  apply: ['apply'],
  draw: ['draw', 'event'],
  confirm: ['me'],
  me: ['me', 'proof'],
  proof: ['proof'],
  address: ['me'],
  noMail: ['me'],
  lostLink: ['me'],
  secret: ['secret'],
  notFound: [],
} as const
