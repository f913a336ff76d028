// Everything the simulated account holds. Made once per simulation and handed to whoever answers.
import type { App } from '../areas/apps/app.ts';
import type { Database } from '../areas/databases/database.ts';
import type { Domain } from '../areas/domains.ts';
import type { Droplet } from '../areas/droplets/droplet.ts';
import type { Firewall } from '../areas/firewalls/firewall.ts';
import type { Cluster } from '../areas/kubernetes/cluster.ts';
import type { LoadBalancer } from '../areas/load-balancers/load-balancer.ts';
import type { Project } from '../areas/projects.ts';
import type { ReservedIp } from '../areas/reserved-ips.ts';
import type { SpacesKey } from '../areas/spaces-keys.ts';
import type { SshKey } from '../areas/ssh-keys.ts';
import type { Volume, VolumeSnapshot } from '../areas/volumes/volume.ts';
import type { Vpc } from '../areas/vpcs.ts';
import type { Faults } from '../faults/faults.ts';
import type { Image } from '../reference/images.ts';
import { type Actions, createActions } from './actions.ts';
import type { Ids } from './ids.ts';
import { createLedger, type Ledger } from './ledger.ts';
import type { Pace } from './pace.ts';

/** Who the account belongs to and how much it may have. */
export interface Profile {
  name: string;
  email: string;
  readonly uuid: string;
  readonly ownerId: number;
  readonly team: { readonly uuid: string; name: string };
  dropletLimit: number;
  reservedIpLimit: number;
  volumeLimit: number;
  /** US dollars owed from before the running month; negative is credit. */
  balance: number;
}

/** The account's state. */
export interface Account {
  readonly ids: Ids;
  readonly pace: Pace;
  readonly faults: Faults;
  readonly actions: Actions;
  readonly ledger: Ledger;
  readonly profile: Profile;
  readonly droplets: Map<number, Droplet>;
  /** Snapshots, backups and custom images; DigitalOcean's own images are reference data. */
  readonly images: Map<number, Image>;
  readonly volumes: Map<string, Volume>;
  readonly volumeSnapshots: Map<string, VolumeSnapshot>;
  readonly domains: Map<string, Domain>;
  readonly clusters: Map<string, Cluster>;
  readonly databases: Map<string, Database>;
  readonly loadBalancers: Map<string, LoadBalancer>;
  readonly firewalls: Map<string, Firewall>;
  readonly apps: Map<string, App>;
  readonly projects: Map<string, Project>;
  readonly spacesKeys: Map<string, SpacesKey>;
  readonly sshKeys: Map<number, SshKey>;
  readonly vpcs: Map<string, Vpc>;
  readonly reservedIps: Map<string, ReservedIp>;
  readonly tags: Set<string>;
  /** Which project a resource is in, by its URN. */
  readonly assignments: Map<string, { project: string; at: number }>;
}

/** Makes an account with nothing in it. */
export const createAccount = (parts: {
  readonly ids: Ids;
  readonly pace: Pace;
  readonly faults: Faults;
}): Account => ({
  ...parts,
  actions: createActions(),
  ledger: createLedger(),
  profile: {
    name: 'Sandbox',
    email: 'sandbox@example.com',
    uuid: parts.ids.uuid(),
    ownerId: 1_000_000 + parts.ids.below(9_000_000),
    team: { uuid: parts.ids.uuid(), name: 'Sandbox Team' },
    dropletLimit: 25,
    reservedIpLimit: 5,
    volumeLimit: 100,
    balance: 0,
  },
  droplets: new Map(),
  images: new Map(),
  volumes: new Map(),
  volumeSnapshots: new Map(),
  domains: new Map(),
  clusters: new Map(),
  databases: new Map(),
  loadBalancers: new Map(),
  firewalls: new Map(),
  apps: new Map(),
  projects: new Map(),
  spacesKeys: new Map(),
  sshKeys: new Map(),
  vpcs: new Map(),
  reservedIps: new Map(),
  tags: new Set(),
  assignments: new Map(),
});
