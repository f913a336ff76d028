// Fills an account from seed data by creating everything the way a client would, some time ago.
import type { Account } from '../account/account.ts';
import { assign, defaultProject, urn } from '../account/belonging.ts';
import { registerTags } from '../account/tagging.ts';
import { addImage } from '../areas/images.ts';
import { addProject } from '../areas/projects.ts';
import { addReservedIp, billReservedIp } from '../areas/reserved-ips.ts';
import { Refusal } from '../exchange/refusal.ts';
import type { Router } from '../exchange/router.ts';
import { createIdentity } from '../token/holder.ts';
import { type SeedData, seedDataSchema } from './seed-data.ts';

/** Days that an account is old when its data do not say. */
const usualAge = 30;

/** Room between one step and the next, so that work of one is over before the next begins. */
const step = 3_600_000;

type Body = Readonly<Record<string, unknown>>;

/** Creates things one after another, each an hour after the one before. */
interface Sower {
  /** Sends one request; `place` names the spot in the data for errors. */
  readonly send: (method: string, pathname: string, body: Body, place: string) => void;
  /** Lets an hour pass. */
  readonly rest: () => void;
  /** The present moment of the story. */
  readonly time: () => number;
}

const createSower = (account: Account, router: Router, start: number, now: number): Sower => {
  const holder = createIdentity().identify(null);
  let at = start;
  return {
    time: () => at,
    rest: () => {
      at = Math.min(now, at + step);
      account.pace.settle();
    },
    send: (method, pathname, body, place) => {
      const match = router.match(method, pathname);
      if (match === undefined)
        throw new Error(`Seed data, ${place}: ${pathname} is not simulated.`);
      try {
        match.route.handle(
          {
            method,
            origin: '',
            pathname,
            query: new URLSearchParams(),
            path: match.path,
            body,
            holder,
            now: at,
          },
          account,
        );
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        throw new Error(`Seed data, ${place}: ${error.message}`);
      }
    },
  };
};

const parse = (given: unknown): SeedData => {
  const parsed = seedDataSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`Seed data, ${issue?.path.join('.') || 'at the top'}: ${issue?.message}`);
};

const byName = <T extends { readonly name: string }>(items: Iterable<T>, name: string) => {
  for (const item of items) if (item.name === name) return item;
  return undefined;
};

const dropletId = (account: Account, name: string, place: string): number => {
  const droplet = byName(account.droplets.values(), name);
  if (droplet === undefined) throw new Error(`Seed data, ${place}: there is no Droplet ${name}.`);
  return droplet.id;
};

const setProfile = (account: Account, given: SeedData['account']): void => {
  const { profile } = account;
  profile.name = given?.name ?? profile.name;
  profile.email = given?.email ?? profile.email;
  profile.team.name = given?.team ?? profile.team.name;
  profile.dropletLimit = given?.droplet_limit ?? profile.dropletLimit;
  profile.reservedIpLimit = given?.reserved_ip_limit ?? profile.reservedIpLimit;
  profile.volumeLimit = given?.volume_limit ?? profile.volumeLimit;
  profile.balance = given?.balance ?? profile.balance;
};

const addProjects = (account: Account, data: SeedData, sower: Sower): void => {
  const wanted = data.projects ?? [];
  const hasDefault = wanted.some((project) => project.is_default);
  if (!hasDefault) {
    addProject(
      account,
      { name: 'First project', purpose: 'Web Application', isDefault: true },
      sower.time(),
    );
  }
  wanted.forEach((project, index) => {
    sower.send('POST', '/v2/projects', project, `projects.${index}`);
    const made = byName(account.projects.values(), project.name);
    if (made !== undefined) made.isDefault = project.is_default ?? false;
  });
};

const finishDroplets = (account: Account, data: SeedData, sower: Sower): void => {
  const at = sower.time();
  (data.droplets ?? []).forEach((given, index) => {
    const place = `droplets.${index}`;
    const id = dropletId(account, given.name, place);
    const droplet = account.droplets.get(id);
    if (droplet === undefined) return;
    if (droplet.backups !== null) {
      addImage(
        account,
        {
          name: `${droplet.name} ${new Date(at).toISOString().slice(0, 10)}`,
          type: 'backup',
          distribution: droplet.image.distribution,
          regions: [droplet.region],
          minDisk: droplet.disk,
          size: 2.1,
          dropletId: id,
        },
        at,
      );
    }
    if (given.reserved_ip) {
      const reserved = addReservedIp(account, droplet.region, null, at);
      reserved.dropletId = id;
      billReservedIp(account, reserved, at);
    }
    for (const name of given.snapshots ?? []) {
      sower.send('POST', `/v2/droplets/${id}/actions`, { type: 'snapshot', name }, place);
      sower.rest();
    }
    if (given.status === 'off') {
      sower.send('POST', `/v2/droplets/${id}/actions`, { type: 'power_off' }, place);
    }
  });
};

const addVolumes = (account: Account, data: SeedData, sower: Sower): void => {
  (data.volumes ?? []).forEach((given, index) => {
    const place = `volumes.${index}`;
    sower.send('POST', '/v2/volumes', given, place);
    const volume = byName(account.volumes.values(), given.name);
    if (volume === undefined) return;
    if (given.droplet !== undefined) {
      const body = { type: 'attach', droplet_id: dropletId(account, given.droplet, place) };
      sower.send('POST', `/v2/volumes/${volume.id}/actions`, body, place);
    }
    for (const name of given.snapshots ?? []) {
      sower.send('POST', `/v2/volumes/${volume.id}/snapshots`, { name }, place);
      sower.rest();
    }
  });
};

const addDomains = (data: SeedData, sower: Sower): void => {
  (data.domains ?? []).forEach((given, index) => {
    sower.send('POST', '/v2/domains', given, `domains.${index}`);
    (given.records ?? []).forEach((record, number) => {
      const place = `domains.${index}.records.${number}`;
      sower.send('POST', `/v2/domains/${given.name}/records`, record, place);
    });
  });
};

/** Collections whose items can be created just as they stand. */
const plain = [
  ['ssh_keys', '/v2/account/keys'],
  ['vpcs', '/v2/vpcs'],
  ['droplets', '/v2/droplets'],
] as const;
const plainLater = [
  ['kubernetes_clusters', '/v2/kubernetes/clusters'],
  ['databases', '/v2/databases'],
  ['apps', '/v2/apps'],
  ['spaces_keys', '/v2/spaces/keys'],
] as const;
const withDroplets = [
  ['load_balancers', '/v2/load_balancers'],
  ['firewalls', '/v2/firewalls'],
] as const;

/** Where the named things of a kind are, to be put into projects. */
const findUrn = (account: Account, kind: string, name: string): string | undefined => {
  const inside = {
    droplet: { items: account.droplets, as: 'droplet' },
    volume: { items: account.volumes, as: 'volume' },
    load_balancer: { items: account.loadBalancers, as: 'loadbalancer' },
    database: { items: account.databases, as: 'dbaas' },
    kubernetes: { items: account.clusters, as: 'kubernetes' },
  } as const;
  if (kind === 'domain') return account.domains.has(name) ? urn('domain', name) : undefined;
  if (kind === 'app') {
    const app = [...account.apps.values()].find(({ spec }) => spec.name === name);
    return app && urn('app', app.id);
  }
  const known = Object.entries(inside).find(([key]) => key === kind)?.[1];
  if (known === undefined) return undefined;
  const found = byName<{ readonly name: string; readonly id: string | number }>(
    known.items.values(),
    name,
  );
  return found && urn(known.as, found.id);
};

const assignResources = (account: Account, data: SeedData, at: number): void => {
  (data.projects ?? []).forEach((given, index) => {
    const project = byName(account.projects.values(), given.name);
    for (const resource of given.resources ?? []) {
      const [kind = '', ...rest] = resource.split(':');
      const name = findUrn(account, kind, rest.join(':'));
      if (name === undefined) {
        throw new Error(`Seed data, projects.${index}.resources: there is no ${resource}.`);
      }
      assign(account, name, project?.id ?? defaultProject(account), at);
    }
  });
};

/**
 * Makes a starting account that is as old as its data say, everything in it finished.
 *
 * @throws Error with the place in the data and the reason, when something cannot be made.
 */
export const seedAccount = (
  account: Account,
  router: Router,
  given: unknown,
  now: number,
): void => {
  const data = parse(given);
  const age = (data.age_days ?? usualAge) * 86_400_000;
  const sower = createSower(account, router, now - age, now);

  setProfile(account, data.account);
  registerTags(account, data.tags ?? []);
  addProjects(account, data, sower);
  const sendAll = (lists: typeof plain | typeof plainLater): void => {
    for (const [list, pathname] of lists) {
      (data[list] ?? []).forEach((body, index) => {
        sower.send('POST', pathname, body, `${list}.${index}`);
      });
    }
    sower.rest();
  };
  sendAll(plain);
  addVolumes(account, data, sower);
  sower.rest();
  finishDroplets(account, data, sower);
  addDomains(data, sower);
  for (const [list, pathname] of withDroplets) {
    (data[list] ?? []).forEach((body, index) => {
      const place = `${list}.${index}`;
      const ids = (body.droplets ?? []).map((name) => dropletId(account, name, place));
      sower.send('POST', pathname, { ...body, droplet_ids: ids }, place);
    });
  }
  sendAll(plainLater);
  assignResources(account, data, sower.time());
  account.pace.settle();
};
