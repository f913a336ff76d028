// How people ask for 1-Click applications.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  oneClicks_list: {
    asked: [
      'which apps are in the marketplace',
      'is there a ready-made wordpress image',
      'what can i install with one click',
      'preinstalled software for a new server',
    ],
  },
  oneClicks_install_kubernetes: {
    asked: [
      'install the monitoring stack on my cluster',
      'put grafana and loki into kubernetes',
      'add an ingress controller from the marketplace',
      'deploy a marketplace app to k8s',
    ],
  },
};
