// DigitalOcean's own client for TypeScript against the simulation.
import { officialClient } from '../../../simulation/official-client.ts';
import { address, end, step } from './steps.mjs';

const { v2 } = await officialClient(address, 'sandbox');

await step('account', () => v2.account.get());
await step('actions', () => v2.actions.get());
await step('regions', () => v2.regions.get());
await step('sizes', () => v2.sizes.get());
await step('images', () => v2.images.get({ queryParameters: { perPage: 5 } }));
await step('droplets', () => v2.droplets.get());
const made = await step('droplet', () =>
  v2.droplets.post({
    name: 'dots',
    region: 'nyc3',
    size: 's-1vcpu-1gb',
    image: 'ubuntu-24-04-x64',
  }),
);
await step('droplet read', async () => {
  const read = await v2.droplets.byDroplet_id(made?.droplet?.id).get();
  if (read?.droplet?.name !== 'dots') throw new Error(`read ${JSON.stringify(read).slice(0, 100)}`);
});
await step('domains', () => v2.domains.get());
await step('volumes', () => v2.volumes.get());
await step('firewalls', () => v2.firewalls.get());
await step('load balancers', () => v2.load_balancers.get());
await step('projects', () => v2.projects.get());
await step('databases', () => v2.databases.get());
await step('kubernetes', () => v2.kubernetes.clusters.get());
await step('apps', () => v2.apps.get());
await step('vpcs', () => v2.vpcs.get());
await step('snapshots', () => v2.snapshots.get());
await step('tags', () => v2.tags.get());
await step('reserved ips', () => v2.reserved_ips.get());
await step('floating ips', () => v2.floating_ips.get());
await step('balance', () => v2.customers.my.balance.get());
end();
