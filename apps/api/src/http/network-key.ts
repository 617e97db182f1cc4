import { isIPv6 } from 'node:net'

/** Whom to count an address as: an IPv4 address by itself, an IPv6 address by its /64, which one household or machine has. */
export function networkKey(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)
  if (mapped?.[1]) return mapped[1]
  if (!isIPv6(ip)) return ip
  return `${expand(ip.split('%')[0] ?? ip)
    .slice(0, 4)
    .join(':')}::/64`
}

function expand(ip: string): string[] {
  const [head = '', tail] = ip.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length
  return [...left, ...Array<string>(Math.max(0, zeros)).fill('0'), ...right].map((group) => Number.parseInt(group, 16).toString(16))
}

/** The wider network around an address: the /24 of IPv4, the /48 of IPv6, which one provider's customer may have. */
export function wideNetworkKey(ip: string): string {
  const key = networkKey(ip)
  return key.includes(':') ? `${key.split(':').slice(0, 3).join(':')}::/48` : `${key.split('.').slice(0, 3).join('.')}.0/24`
}
