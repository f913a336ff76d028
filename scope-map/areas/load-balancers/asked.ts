// How people ask for what can be done with load balancers.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  loadBalancers_list: {
    asked: ['which load balancers do we run', 'what is in front of our web servers'],
    common: 2,
  },
  loadBalancers_get: {
    asked: ['what is the address of the load balancer', 'which servers get traffic from this lb'],
  },
  loadBalancers_create: {
    asked: [
      'spread traffic over my two web servers',
      'put a load balancer in front of these machines',
      'balance https between servers with the tag web',
    ],
  },
  loadBalancers_delete: {
    asked: ['get rid of a load balancer', 'stop paying for the load balancer'],
  },
  loadBalancers_update: {
    asked: [
      'change the health check of the load balancer',
      'make the load balancer bigger',
      'turn on sticky sessions',
      'redirect http to https at the balancer',
    ],
  },
  loadBalancers_delete_cache: {
    asked: ['clear the cache of the global load balancer'],
    common: 0,
  },
  loadBalancers_add_droplets: {
    asked: ['add a server to the load balancer', 'send traffic to the new machine too'],
  },
  loadBalancers_remove_droplets: {
    asked: [
      'take a server out of the load balancer',
      'stop sending traffic to this machine',
      'drain a web server',
    ],
  },
  loadBalancers_add_forwardingRules: {
    asked: ['let the load balancer also serve port 8443', 'add https to the balancer'],
  },
  loadBalancers_remove_forwardingRules: {
    asked: ['stop forwarding port 80', 'remove a port from the load balancer'],
  },
};
