// A walk through everything that is simulated: at least one successful call of every operation.
import { walkAccount } from './account.ts';
import { walkAddresses } from './addresses.ts';
import { walkAgents } from './agents.ts';
import { walkApps } from './apps.ts';
import { walkAutoscalePools } from './autoscale-pools.ts';
import { walkBilling } from './billing.ts';
import { walkDatabases } from './databases.ts';
import { walkDroplets } from './droplets.ts';
import { walkKubernetes } from './kubernetes.ts';
import { walkLeftovers } from './leftovers.ts';
import { walkNetwork } from './network.ts';
import { walkProjects } from './projects.ts';
import { walkRegistries } from './registries.ts';
import { walkUptime } from './uptime.ts';
import { walkVolumes } from './volumes.ts';
import { createWalker, type Ground } from './walker.ts';

/** Walks; throws at the first call that does not succeed. */
export const walkEverything = async (ground: Ground): Promise<void> => {
  const walker = createWalker(ground);
  const { sshKey, vpc, tag } = await walkAccount(walker);
  const { droplet, web, at } = await walkDroplets(walker, { sshKey, vpc });
  await walkAutoscalePools(walker);
  await walkVolumes(walker, droplet);
  await walkNetwork(walker, { droplet, web, at, vpc });
  await walkAddresses(walker, droplet);
  await walkLeftovers(walker);
  await walkKubernetes(walker);
  await walkDatabases(walker);
  await walkAgents(walker);
  await walkApps(walker);
  await walkProjects(walker, droplet);
  await walkRegistries(walker);
  await walkUptime(walker);
  await walkBilling(walker);

  // And away
  const { call, pass } = walker;
  await call('DELETE', at);
  await call('DELETE', '/v2/droplets?tag_name=walkers');
  pass(10);
  await call('DELETE', `/v2/vpcs/${vpc.id}`);
  await call('DELETE', `/v2/account/keys/${sshKey.id}`);
  await call('DELETE', `/v2/tags/${tag.name}`);
};
