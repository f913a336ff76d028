// Every simulated area; the only place that knows them all.

import type { Route } from '../exchange/router.ts';
import { accountArea } from './account/routes.ts';
import { agentArea } from './agents/routes.ts';
import { appArea } from './apps/routes.ts';
import type { SimulatedArea } from './area.ts';
import { autoscalePoolArea } from './autoscale-pools/routes.ts';
import { billingArea } from './billing/routes.ts';
import { databaseArea } from './databases/routes.ts';
import { domainArea } from './domains/routes.ts';
import { dropletArea } from './droplets/routes.ts';
import { firewallArea } from './firewalls/routes.ts';
import { imageArea } from './images/routes.ts';
import { knowledgeBaseArea } from './knowledge-bases/routes.ts';
import { kubernetesArea } from './kubernetes/routes.ts';
import { loadBalancerArea } from './load-balancers/routes.ts';
import { modelArea } from './models/routes.ts';
import { projectArea } from './projects/routes.ts';
import { referenceArea } from './reference-lists/routes.ts';
import { registryArea } from './registries/routes.ts';
import { reservedIpArea } from './reserved-ips/routes.ts';
import { reservedIpv6Area } from './reserved-ipv6/routes.ts';
import { snapshotArea } from './snapshots/routes.ts';
import { spacesKeyArea } from './spaces-keys/routes.ts';
import { sshKeyArea } from './ssh-keys/routes.ts';
import { tagArea } from './tags/routes.ts';
import { uptimeArea } from './uptime/routes.ts';
import { volumeArea } from './volumes/routes.ts';
import { vpcArea } from './vpcs/routes.ts';

/** All areas. */
export const areas: readonly SimulatedArea[] = [
  accountArea,
  agentArea,
  appArea,
  autoscalePoolArea,
  billingArea,
  databaseArea,
  domainArea,
  dropletArea,
  firewallArea,
  imageArea,
  knowledgeBaseArea,
  kubernetesArea,
  loadBalancerArea,
  modelArea,
  projectArea,
  referenceArea,
  registryArea,
  reservedIpArea,
  reservedIpv6Area,
  snapshotArea,
  spacesKeyArea,
  sshKeyArea,
  tagArea,
  uptimeArea,
  volumeArea,
  vpcArea,
];

/** All their routes. */
export const areaRoutes: readonly Route[] = areas.flatMap(({ routes }) => routes);
