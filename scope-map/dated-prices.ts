// Prices that DigitalOcean's API does not tell, as its pages told them on a day. They can have moved since.

/** A price as it stood on a day. */
export interface DatedPrice {
  /** US dollars a month for one unit; of a share, per cent of the price of what it is a share of. */
  readonly price: number;
  /** What is counted: "GiB", "node"; absent where it costs the same however much there is of it. */
  readonly unit?: string;
  /** So many units are sold at this price; more have none. */
  readonly most?: number;
  /** What a person calls it, in words that follow "10 GiB of". */
  readonly what: string;
  /** The day on which the page was read. */
  readonly on: string;
  /** The page. */
  readonly source: string;
}

/** The day on which the pages were read. */
export const readOn = '2025-12-05';

const from =
  (product: string) =>
  (price: number, what: string, unit?: string): DatedPrice => ({
    price,
    what,
    ...(unit !== undefined && { unit }),
    on: readOn,
    source: `https://docs.digitalocean.com/products/${product}/details/pricing/`,
  });

const backups = from('backups');
const balancers = from('networking/load-balancers');
const vpc = from('networking/vpc');
const database = (engine: string) => from(`databases/${engine}`);
/** The smallest size has no standby. */
const single = (engine: string, what: string): DatedPrice => ({
  ...database(engine)(15, what, 'node'),
  most: 1,
});
const attachment = (price: number, bandwidth: string): DatedPrice =>
  vpc(price, `partner attachment with ${bandwidth}`);

/** Of a database node that has a price of its own: sizes without one are not guessed. */
const databases: Readonly<Record<string, DatedPrice>> = {
  'databases/pg/db-s-1vcpu-1gb': single('postgresql', 'PostgreSQL'),
  'databases/pg/db-s-1vcpu-2gb': database('postgresql')(30, 'PostgreSQL', 'node'),
  'databases/mysql/db-s-1vcpu-1gb': single('mysql', 'MySQL'),
  'databases/mysql/db-s-1vcpu-2gb': database('mysql')(30, 'MySQL', 'node'),
  'databases/valkey/db-s-1vcpu-1gb': single('valkey', 'Valkey'),
  'databases/valkey/db-s-1vcpu-2gb': database('valkey')(30, 'Valkey', 'node'),
  'databases/mongodb/db-s-1vcpu-1gb': database('mongodb')(15, 'MongoDB', 'node'),
  'databases/opensearch/db-s-1vcpu-2gb': database('opensearch')(19, 'OpenSearch', 'node'),
  'databases/kafka/db-s-2vcpu-2gb': database('kafka')(49, 'Kafka', 'node'),
  'databases/kafka/db-s-2vcpu-4gb': database('kafka')(98, 'Kafka', 'node'),
  'databases/kafka/gd-2vcpu-8gb': database('kafka')(199, 'Kafka', 'node'),
  'databases/kafka/gd-4vcpu-16gb': database('kafka')(399, 'Kafka', 'node'),
  'database_replicas/db-s-1vcpu-1gb': database('postgresql')(15, 'read-only replica'),
};

/** By name; what has kinds of different price has them behind a slash. */
export const datedPrices: Readonly<Record<string, DatedPrice>> = {
  ...databases,
  volumes: from('volumes')(0.1, 'volume storage', 'GiB'),
  snapshots: from('snapshots')(0.06, 'snapshot storage', 'GiB'),
  custom_images: from('custom-images')(0.06, 'image storage', 'GiB'),
  'backups/weekly': backups(20, 'weekly backups'),
  'backups/daily': backups(30, 'daily backups'),
  reserved_ips: from('networking/reserved-ips')(5, 'reserved IP as long as no Droplet has it'),
  'load_balancers/REGIONAL': balancers(12, 'load balancer', 'node'),
  'load_balancers/REGIONAL_NETWORK': balancers(15, 'network load balancer', 'node'),
  'load_balancers/GLOBAL': balancers(15, 'global load balancer before traffic'),
  kubernetes_ha: from('kubernetes')(40, 'highly available control plane'),
  nat_gateways: vpc(40, 'NAT gateway before traffic', 'size unit'),
  'partner_attachments/1000': attachment(840, '1 Gbps'),
  'partner_attachments/2000': attachment(1_540, '2 Gbps'),
  'partner_attachments/5000': attachment(2_520, '5 Gbps'),
  'partner_attachments/10000': attachment(3_850, '10 Gbps'),
  nfs: from('nfs')(0.3, 'file share storage', 'GiB'),
  nfs_snapshots: from('nfs')(0.06, 'snapshot storage', 'GiB'),
  uptime_checks: from('uptime')(1, 'uptime check; the first one of an account is free'),
  spaces: from('spaces')(5, 'Spaces, from the first bucket on and before larger use'),
};
