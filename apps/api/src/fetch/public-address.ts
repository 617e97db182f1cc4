import { BlockList, isIPv6 } from 'node:net'

/** What of IPv4 is not the open Internet (RFC 6890 and its successors): own machine, own networks, multicast, reserved. */
const special4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]
/** What of 2000::/3 leads elsewhere: tunnels that carry an IPv4 address in them, documentation, benchmarks. */
const special6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const special = listOf(special4, special6)
const global6 = listOf([], ['2000::/3'])

function listOf(networks4: readonly string[], networks6: readonly string[]): BlockList {
  const list = new BlockList()
  for (const [networks, family] of [
    [networks4, 'ipv4'],
    [networks6, 'ipv6'],
  ] as const)
    for (const network of networks) {
      const [address = '', prefix] = network.split('/')
      list.addSubnet(address, Number(prefix), family)
    }
  return list
}

/** Whether an IP address is one of the open Internet. Addresses that hold an IPv4 address within (mapped, NAT64, 6to4) are not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv6(address)) return global6.check(address, 'ipv6') && !special.check(address, 'ipv6')
  return !special.check(address, 'ipv4')
}
