/** A name and an address taken apart: `Tweetup <events@example.org>`. */
export interface MailAddress {
  readonly name: string
  readonly address: string
}

export function mailAddress(text: string): MailAddress {
  const [, name = '', address = text] = /^([^<]*)<([^<>]+)>$/.exec(text.trim()) ?? []
  return { name: name.trim().replace(/^"(.*)"$/, '$1'), address: address.trim() }
}
