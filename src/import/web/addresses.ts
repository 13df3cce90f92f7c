import { BlockList, isIP } from 'node:net';

/** IPv4 that is this machine's, a private network's, or nobody's (IANA special-purpose registry). */
const IPV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Global unicast IPv6 that is still no place to fetch from: Teredo and its kin, documentation, 6to4. */
const IPV6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const closed = new BlockList();
for (const [net, bits] of IPV4) closed.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of IPV6) closed.addSubnet(net, bits, 'ipv6');

/** Groups of IPv6 addresses that hold an IPv4 address in their last 32 bits: mapped, and NAT64. */
const HOLDS_IPV4 = new Set(['0,0,0,0,0,ffff', '64,ff9b,0,0,0,0']);

/** Whether an IP address (as text, no brackets) is one of the public internet; what is no address is not. */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, 'ipv4');
  if (family !== 6 || address.includes('%')) return false;
  const groups = groupsOf(address);
  if (HOLDS_IPV4.has(groups.slice(0, 6).map(hex).join(','))) {
    return isPublic(groups.slice(6).flatMap(bytesOf).join('.'));
  }
  const isGlobal = (groups[0] ?? 0) >> 13 === 1;
  return isGlobal && !closed.check(address, 'ipv6');
}

/** The eight groups of an IPv6 address; the URL parser writes dotted ends in hexadecimal. */
function groupsOf(address: string): number[] {
  const plain = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = '', tail] = plain.split('::');
  const front = numbers(head);
  const back = numbers(tail ?? '');
  return [...front, ...new Array<number>(8 - front.length - back.length).fill(0), ...back];
}

function numbers(text: string): number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
}

function hex(group: number): string {
  return group.toString(16);
}

function bytesOf(group: number): number[] {
  return [group >> 8, group & 0xff];
}
