/** Where many people have their mail, and how often a thumb misses it by one letter. */
const commonDomains = [
  'gmail.com',
  'hotmail.com',
  'hotmail.nl',
  'outlook.com',
  'live.nl',
  'icloud.com',
  'yahoo.com',
  'ziggo.nl',
  'kpnmail.nl',
  'proton.me',
]
/** Near to one of them, and real. */
const alsoReal = ['mail.com', 'ymail.com', 'email.com', 'gmx.com']

/** What an address with a slip in it probably should be, or null when it looks right or cannot be guessed. */
export function mendedEmail(email: string): string | null {
  const tidy = email
    .replace(/\s+/g, '')
    .replace(/^(mailto:)+/i, '')
    .replace(/[,;]/g, '.')
    .replace(/\.+$/, '')
    .replace(/\.*@\.*/g, '@')
  const [local = '', domain = '', ...rest] = tidy.split('@')
  if (local === '' || domain === '' || rest.length > 0) return null
  const lower = domain.toLowerCase()
  const near = [...commonDomains, ...alsoReal].includes(lower) ? undefined : commonDomains.find((common) => isOneSlipAway(lower, common))
  const mended = `${local}@${near ?? domain}`
  return mended !== email.trim() && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(mended) ? mended : null
}

/** Whether one letter too many, too few, another one, or two neighbours in the wrong order make the difference. */
function isOneSlipAway(typed: string, meant: string): boolean {
  if (Math.abs(typed.length - meant.length) > 1 || typed === meant) return false
  let start = 0
  while (start < meant.length && typed[start] === meant[start]) start++
  const [rest, wanted] = [typed.slice(start), meant.slice(start)]
  const swapped = (rest[1] ?? '') + (rest[0] ?? '') + rest.slice(2)
  return rest.slice(1) === wanted || rest === wanted.slice(1) || rest.slice(1) === wanted.slice(1) || swapped === wanted
}
