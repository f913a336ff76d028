// The list of checks, in the order in which they are told.
import type { Check } from './check.ts';
import { changesStopped } from './checks/changes-stopped.ts';
import { clients } from './checks/clients.ts';
import { clockSkew } from './checks/clock-skew.ts';
import { configuration } from './checks/configuration.ts';
import { decidingFiles } from './checks/deciding-files.ts';
import { howStarted } from './checks/how-started.ts';
import { network } from './checks/network.ts';
import { nodeVersion } from './checks/node-version.ts';
import { otherServers } from './checks/other-servers.ts';
import { policy } from './checks/policy.ts';
import { port } from './checks/port.ts';
import { quota } from './checks/quota.ts';
import { record } from './checks/record.ts';
import { redis } from './checks/redis.ts';
import { scopes } from './checks/scopes.ts';
import { secretsFolder } from './checks/secrets-folder.ts';
import { stateFolder } from './checks/state-folder.ts';
import { token } from './checks/token.ts';

/** Every check. */
export const checks: readonly Check[] = [
  nodeVersion,
  howStarted,
  configuration,
  network,
  token,
  scopes,
  clockSkew,
  quota,
  policy,
  decidingFiles,
  stateFolder,
  record,
  changesStopped,
  secretsFolder,
  redis,
  port,
  clients,
  otherServers,
];
