// How people ask for monitoring.
import type { Askings } from '../../endpoint/asking.ts';
import { askedOfAlertsAndLogs } from './asked/alerts-and-logs.ts';
import { askedOfDropletsAndApps } from './asked/droplets-and-apps.ts';
import { askedOfLoadBalancers } from './asked/load-balancers.ts';
import { askedOfPoolsAndMysql } from './asked/pools-and-mysql.ts';

/** Requests by operation id. */
export const asked: Askings = {
  ...askedOfAlertsAndLogs,
  ...askedOfDropletsAndApps,
  ...askedOfLoadBalancers,
  ...askedOfPoolsAndMysql,
};
