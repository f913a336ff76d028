// Fills an account from seed data by creating everything the way a client would, some time ago.
import { addProject } from '../areas/projects/project.ts';
import { addReservedIp, billReservedIp } from '../areas/reserved-ips/address.ts';
import { check } from '../exchange/problems.ts';
import type { Router } from '../exchange/router.ts';
import { Assignables, assign, defaultProject, Projects } from '../things/belonging.ts';
import { Droplets } from '../things/droplets/droplet.ts';
import { addImage } from '../things/images.ts';
import { push, Registries } from '../things/registries/registry.ts';
import { registerTags } from '../things/tagging.ts';
import { Volumes } from '../things/volumes/volume.ts';
import type { World } from '../world/world.ts';
import { type SeedData, seedDataSchema } from './seed-data.ts';
import { createSower, type Sower } from './sower.ts';

/** Days that an account is old when its data do not say. */
const usualAge = 30;

const parse = (given: unknown): SeedData => {
  const checked = check(seedDataSchema, given);
  if (checked.ok) return checked.data;
  throw new Error(`Seed data, ${checked.place || 'at the top'}: ${checked.says}`);
};

const byName = <T extends { readonly name: string }>(items: Iterable<T>, name: string) => {
  for (const item of items) if (item.name === name) return item;
  return undefined;
};

const dropletId = (world: World, name: string, place: string): number => {
  const droplet = byName(world.of(Droplets).values(), name);
  if (droplet === undefined) throw new Error(`Seed data, ${place}: there is no Droplet ${name}.`);
  return droplet.id;
};

const setProfile = (world: World, given: SeedData['account']): void => {
  const { profile } = world;
  profile.name = given?.name ?? profile.name;
  profile.email = given?.email ?? profile.email;
  profile.team.name = given?.team ?? profile.team.name;
  profile.dropletLimit = given?.droplet_limit ?? profile.dropletLimit;
  profile.reservedIpLimit = given?.reserved_ip_limit ?? profile.reservedIpLimit;
  profile.volumeLimit = given?.volume_limit ?? profile.volumeLimit;
  profile.balance = given?.balance ?? profile.balance;
};

const addProjects = (world: World, data: SeedData, sower: Sower): void => {
  const wanted = data.projects ?? [];
  const hasDefault = wanted.some((project) => project.is_default);
  if (!hasDefault) {
    addProject(
      world,
      { name: 'First project', purpose: 'Web Application', isDefault: true },
      sower.time(),
    );
  }
  wanted.forEach((project, index) => {
    sower.send('POST', '/v2/projects', project, `projects.${index}`);
    const made = byName(world.of(Projects).values(), project.name);
    if (made !== undefined) made.isDefault = project.is_default ?? false;
  });
};

const finishDroplets = (world: World, data: SeedData, sower: Sower): void => {
  const at = sower.time();
  (data.droplets ?? []).forEach((given, index) => {
    const place = `droplets.${index}`;
    const id = dropletId(world, given.name, place);
    const droplet = world.of(Droplets).get(id);
    if (droplet === undefined) return;
    if (droplet.backups !== null) {
      addImage(
        world,
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
      const reserved = addReservedIp(world, droplet.region, null, at);
      reserved.dropletId = id;
      billReservedIp(world, reserved, at);
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

const addVolumes = (world: World, data: SeedData, sower: Sower): void => {
  (data.volumes ?? []).forEach((given, index) => {
    const place = `volumes.${index}`;
    sower.send('POST', '/v2/volumes', given, place);
    const volume = byName(world.of(Volumes).values(), given.name);
    if (volume === undefined) return;
    if (given.droplet !== undefined) {
      const body = { type: 'attach', droplet_id: dropletId(world, given.droplet, place) };
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

const addRegistries = (world: World, data: SeedData, sower: Sower): void => {
  (data.registries ?? []).forEach((given, index) => {
    sower.send('POST', '/v2/registries', given, `registries.${index}`);
    const registry = world.of(Registries).get(given.name);
    if (registry === undefined) return;
    for (const { repository, tags = [] } of given.images ?? []) {
      push(world, registry, { repository, tags }, sower.time());
      sower.rest();
    }
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
const findUrn = (world: World, called: string, name: string): string | undefined => {
  for (const [kind, assignable] of world.of(Assignables)) {
    if (assignable.called !== called) continue;
    const id = assignable.named(name);
    return id === undefined ? undefined : `do:${kind}:${id}`;
  }
  return undefined;
};

const assignResources = (world: World, data: SeedData, at: number): void => {
  (data.projects ?? []).forEach((given, index) => {
    const project = byName(world.of(Projects).values(), given.name);
    for (const resource of given.resources ?? []) {
      const [kind = '', ...rest] = resource.split(':');
      const name = findUrn(world, kind, rest.join(':'));
      if (name === undefined) {
        throw new Error(`Seed data, projects.${index}.resources: there is no ${resource}.`);
      }
      assign(world, name, project?.id ?? defaultProject(world), at);
    }
  });
};

/**
 * Makes a starting account that is as old as its data say, everything in it finished.
 *
 * @throws Error with the place in the data and the reason, when something cannot be made.
 */
export const seedAccount = (world: World, router: Router, given: unknown, now: number): void => {
  const data = parse(given);
  const age = (data.age_days ?? usualAge) * 86_400_000;
  const sower = createSower(world, router, now - age, now);

  setProfile(world, data.account);
  registerTags(world, data.tags ?? []);
  addProjects(world, data, sower);
  const sendAll = (lists: typeof plain | typeof plainLater): void => {
    for (const [list, pathname] of lists) {
      (data[list] ?? []).forEach((body, index) => {
        sower.send('POST', pathname, body, `${list}.${index}`);
      });
    }
    sower.rest();
  };
  sendAll(plain);
  addVolumes(world, data, sower);
  sower.rest();
  finishDroplets(world, data, sower);
  addDomains(data, sower);
  for (const [list, pathname] of withDroplets) {
    (data[list] ?? []).forEach((body, index) => {
      const place = `${list}.${index}`;
      const ids = (body.droplets ?? []).map((name) => dropletId(world, name, place));
      sower.send('POST', pathname, { ...body, droplet_ids: ids }, place);
    });
  }
  sendAll(plainLater);
  addRegistries(world, data, sower);
  assignResources(world, data, sower.time());
  world.pace.settle();
};
