import { shortenText, splitName } from '#badge'

const longest = 28

/** What one calls somebody by; a name of two hundred letters must not fill the screen. */
export const givenName = (name: string): string => shortenText(splitName(name).given, longest)
