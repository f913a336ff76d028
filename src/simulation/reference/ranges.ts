// IPv4 ranges: what a VPC network may have, and whether two of them overlap.

/** A range of addresses as numbers, both ends in it. */
export interface Range {
  readonly first: number;
  readonly last: number;
  /** Bits of the network's part. */
  readonly prefix: number;
}

const numberOf = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

const addressOf = (number: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');

/** A range in CIDR notation, whose form is known to be right. */
export const rangeOf = (cidr: string): Range => {
  const [address = '0.0.0.0', bits = '32'] = cidr.split('/');
  const prefix = Number(bits);
  const size = 2 ** (32 - prefix);
  const first = Math.floor(numberOf(address) / size) * size;
  return { first, last: first + size - 1, prefix };
};

/** Whether two ranges have an address in common. */
export const overlap = (one: Range, other: Range): boolean =>
  one.first <= other.last && other.first <= one.last;

const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map(rangeOf);

/** Whether a range lies within the private addresses (RFC 1918). */
export const isPrivate = (range: Range): boolean =>
  privateRanges.some(({ first, last }) => first <= range.first && range.last <= last);

/** What DigitalOcean keeps for itself (its VPC documentation). */
export const reservedRanges = [
  '10.229.0.0/16',
  '10.244.0.0/16',
  '10.245.0.0/16',
  '10.246.0.0/24',
].map((cidr) => ({ cidr, ...rangeOf(cidr) }));

/** The smallest and largest network, in bits of the network's part. */
export const smallestPrefix = 28;
export const largestPrefix = 16;

/** The gateway of a network: its first address after the network's own. */
export const gatewayIn = (cidr: string): string => addressOf(rangeOf(cidr).first + 1);

/** The netmask of a network. */
export const netmaskOf = (cidr: string): string =>
  addressOf(2 ** 32 - 2 ** (32 - rangeOf(cidr).prefix));

/**
 * An address in a range that nobody has yet, counted from `number` on; the network's own, the gateway's and the last
 * one are never given out. Undefined when all are taken.
 */
export const addressIn = (
  cidr: string,
  number: number,
  taken: ReadonlySet<string>,
): string | undefined => {
  const { first, last } = rangeOf(cidr);
  const usable = last - first - 2;
  for (let step = 0; step < Math.min(usable, taken.size + 1); step += 1) {
    const address = addressOf(first + 2 + ((number + step) % usable));
    if (!taken.has(address)) return address;
  }
  return undefined;
};
