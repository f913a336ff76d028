// Public images that new Droplets start from.

/** An image: one of DigitalOcean's, or a snapshot or backup of the account. */
export interface Image {
  readonly id: number;
  name: string;
  type: 'base' | 'snapshot' | 'backup' | 'custom';
  readonly distribution: string;
  readonly slug: string | null;
  readonly public: boolean;
  regions: readonly string[];
  readonly createdAt: number;
  /** Gigabytes. */
  readonly minDisk: number;
  readonly size: number;
  readonly description: string;
  tags: readonly string[];
  /** The Droplet it was made of; null for DigitalOcean's own images. */
  readonly dropletId: number | null;
  readonly kind: 'distribution' | 'application' | 'private';
}

type Row = readonly [
  id: number,
  slug: string,
  name: string,
  distribution: string,
  application?: true,
];

const rows: readonly Row[] = [
  [195932981, 'ubuntu-24-04-x64', '24.04 (LTS) x64', 'Ubuntu'],
  [195932900, 'ubuntu-22-04-x64', '22.04 (LTS) x64', 'Ubuntu'],
  [198233410, 'ubuntu-25-04-x64', '25.04 x64', 'Ubuntu'],
  [194408271, 'debian-12-x64', '12 x64', 'Debian'],
  [199330122, 'debian-13-x64', '13 x64', 'Debian'],
  [195100447, 'fedora-42-x64', '42 x64', 'Fedora'],
  [193775550, 'centos-stream-9-x64', '9 Stream x64', 'CentOS'],
  [194010022, 'rockylinux-9-x64', '9 x64', 'Rocky Linux'],
  [188530451, 'docker-20-04', 'Docker on Ubuntu 22.04', 'Ubuntu', true],
  [187104402, 'wordpress-20-04', 'WordPress on Ubuntu 24.04', 'Ubuntu', true],
  [187220018, 'lemp-20-04', 'LEMP on Ubuntu 22.04', 'Ubuntu', true],
  [189017233, 'nodejs-20-04', 'NodeJS on Ubuntu 22.04', 'Ubuntu', true],
  [190230671, 'gpu-h100x1-base', 'NVIDIA AI/ML Ready', 'Ubuntu', true],
];

const regions = [
  'nyc1',
  'nyc2',
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

/** DigitalOcean's own images; distributions first. */
export const publicImages: readonly Image[] = rows.map(
  ([id, slug, name, distribution, application]) => ({
    id,
    name,
    type: 'base',
    distribution,
    slug,
    public: true,
    regions,
    createdAt: Date.UTC(2025, 5, 2, 9, 30),
    minDisk: application ? 25 : slug === 'ubuntu-24-04-x64' ? 7 : 10,
    size: application ? 3.1 : 0.6,
    description: `${distribution} ${name}`,
    tags: [],
    dropletId: null,
    kind: application ? 'application' : 'distribution',
  }),
);
