// Every simulated operation.
import type { Route } from '../exchange/router.ts';
import { accountRoutes } from './account.ts';
import { appRoutes } from './apps/routes.ts';
import { billingRoutes } from './billing.ts';
import { databaseRoutes } from './databases/routes.ts';
import { domainRoutes } from './domains.ts';
import { dropletRoutes } from './droplets/routes.ts';
import { firewallRoutes } from './firewalls/routes.ts';
import { imageRoutes } from './images.ts';
import { kubernetesRoutes } from './kubernetes/routes.ts';
import { loadBalancerRoutes } from './load-balancers/routes.ts';
import { projectRoutes } from './projects.ts';
import { referenceRoutes } from './reference-lists.ts';
import { reservedIpRoutes } from './reserved-ips.ts';
import { snapshotRoutes } from './snapshots.ts';
import { spacesKeyRoutes } from './spaces-keys.ts';
import { sshKeyRoutes } from './ssh-keys.ts';
import { tagRoutes } from './tags.ts';
import { volumeRoutes } from './volumes/routes.ts';
import { vpcRoutes } from './vpcs.ts';

/** All routes of all areas. */
export const areaRoutes: readonly Route[] = [
  ...accountRoutes,
  ...appRoutes,
  ...billingRoutes,
  ...databaseRoutes,
  ...domainRoutes,
  ...dropletRoutes,
  ...firewallRoutes,
  ...imageRoutes,
  ...kubernetesRoutes,
  ...loadBalancerRoutes,
  ...projectRoutes,
  ...referenceRoutes,
  ...reservedIpRoutes,
  ...snapshotRoutes,
  ...spacesKeyRoutes,
  ...sshKeyRoutes,
  ...tagRoutes,
  ...volumeRoutes,
  ...vpcRoutes,
];
