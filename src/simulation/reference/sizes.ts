// Droplet sizes with DigitalOcean's published list prices (its Droplet pricing page, 2025).

/** A Droplet size. */
export interface Size {
  readonly slug: string;
  /** Megabytes. */
  readonly memory: number;
  readonly vcpus: number;
  /** Gigabytes. */
  readonly disk: number;
  /** Terabytes of outbound transfer a month. */
  readonly transfer: number;
  /** US dollars. */
  readonly price_monthly: number;
  readonly price_hourly: number;
  readonly regions: readonly string[];
  readonly available: boolean;
  readonly description: string;
  readonly gpu_info?: { readonly count: number; readonly model: string; readonly vram: Amount };
  readonly disk_info: readonly { readonly type: string; readonly size: Amount }[];
}

export interface Amount {
  readonly amount: number;
  readonly unit: string;
}

/** A month is billed as at most 672 hours, so the hourly price is the monthly one divided by them. */
const hourly = (monthly: number): number => Number((monthly / 672).toFixed(5));

const everywhere = [
  'nyc1',
  'nyc3',
  'ams3',
  'sfo2',
  'sfo3',
  'sgp1',
  'lon1',
  'fra1',
  'tor1',
  'blr1',
  'syd1',
  'atl1',
];
const larger = [
  'nyc1',
  'nyc3',
  'ams3',
  'sfo3',
  'sgp1',
  'lon1',
  'fra1',
  'tor1',
  'blr1',
  'syd1',
  'atl1',
];

type Row = readonly [
  slug: string,
  memory: number,
  vcpus: number,
  disk: number,
  transfer: number,
  monthly: number,
];

const family = (
  description: string,
  regions: readonly string[],
  rows: readonly Row[],
): readonly Size[] =>
  rows.map(([slug, memory, vcpus, disk, transfer, monthly]) => ({
    slug,
    memory,
    vcpus,
    disk,
    transfer,
    price_monthly: monthly,
    price_hourly: hourly(monthly),
    regions,
    available: true,
    description,
    disk_info: [{ type: 'local', size: { amount: disk, unit: 'gib' } }],
  }));

const basic: readonly Row[] = [
  ['s-1vcpu-1gb', 1024, 1, 25, 1, 6],
  ['s-1vcpu-2gb', 2048, 1, 50, 2, 12],
  ['s-2vcpu-2gb', 2048, 2, 60, 3, 18],
  ['s-2vcpu-4gb', 4096, 2, 80, 4, 24],
  ['s-4vcpu-8gb', 8192, 4, 160, 5, 48],
  ['s-8vcpu-16gb', 16384, 8, 320, 6, 96],
];

/** Premium CPUs cost a seventh more, rounded to dollars, at the same shape. */
const premium = (maker: string): readonly Row[] =>
  basic.map(([slug, memory, vcpus, disk, transfer, monthly]) => [
    `${slug}-${maker}`,
    memory,
    vcpus,
    disk,
    transfer,
    Math.round((monthly * 7) / 6),
  ]);

const gpu = (
  slug: string,
  memory: number,
  vcpus: number,
  disk: number,
  perHour: number,
  description: string,
  card: { readonly model: string; readonly vram: number },
): Size => ({
  slug,
  memory,
  vcpus,
  disk,
  transfer: 10,
  price_monthly: Number((perHour * 672).toFixed(2)),
  price_hourly: perHour,
  regions: ['tor1', 'nyc1', 'atl1'],
  available: true,
  description,
  gpu_info: { count: 1, model: card.model, vram: { amount: card.vram, unit: 'gib' } },
  disk_info: [{ type: 'local', size: { amount: disk, unit: 'gib' } }],
});

/** Every size, smallest family first. */
export const sizes: readonly Size[] = [
  ...family('Basic', everywhere, [['s-1vcpu-512mb-10gb', 512, 1, 10, 0.5, 4], ...basic]),
  ...family('Basic AMD', larger, premium('amd')),
  ...family('Basic Intel', larger, premium('intel')),
  ...family('CPU-Optimized', larger, [
    ['c-2', 4096, 2, 25, 4, 42],
    ['c-4', 8192, 4, 50, 5, 84],
    ['c-8', 16384, 8, 100, 6, 168],
    ['c-16', 32768, 16, 200, 7, 336],
    ['c-32', 65536, 32, 400, 9, 672],
  ]),
  ...family('General Purpose', larger, [
    ['g-2vcpu-8gb', 8192, 2, 25, 4, 63],
    ['g-4vcpu-16gb', 16384, 4, 50, 5, 126],
    ['g-8vcpu-32gb', 32768, 8, 100, 6, 252],
    ['g-16vcpu-64gb', 65536, 16, 200, 7, 504],
  ]),
  ...family('General Purpose 2x SSD', larger, [
    ['gd-2vcpu-8gb', 8192, 2, 50, 4, 68],
    ['gd-4vcpu-16gb', 16384, 4, 100, 5, 136],
    ['gd-8vcpu-32gb', 32768, 8, 200, 6, 272],
  ]),
  ...family('Memory-Optimized', larger, [
    ['m-2vcpu-16gb', 16384, 2, 50, 4, 84],
    ['m-4vcpu-32gb', 32768, 4, 100, 6, 168],
    ['m-8vcpu-64gb', 65536, 8, 200, 7, 336],
  ]),
  ...family('Storage-Optimized', larger, [
    ['so-2vcpu-16gb', 16384, 2, 300, 4, 131],
    ['so-4vcpu-32gb', 32768, 4, 600, 6, 262],
  ]),
  gpu('gpu-4000adax1-20gb', 32768, 8, 500, 0.76, 'RTX 4000 Ada GPU Droplet - 1X', {
    model: 'nvidia_rtx4000_ada',
    vram: 20,
  }),
  gpu('gpu-l40sx1-48gb', 65536, 8, 500, 1.57, 'L40S GPU Droplet - 1X', {
    model: 'nvidia_l40s',
    vram: 48,
  }),
  gpu('gpu-h100x1-80gb', 245760, 20, 720, 3.39, 'H100 GPU - 1X', {
    model: 'nvidia_h100',
    vram: 80,
  }),
];

const bySlug = new Map(sizes.map((size) => [size.slug, size]));

/** The size of a slug, or undefined. */
export const sizeOf = (slug: string): Size | undefined => bySlug.get(slug);

/** Whether Droplets of a size carry a GPU; those are listed only when asked for. */
export const isGpu = (slug: string): boolean => bySlug.get(slug)?.gpu_info !== undefined;
