// What is wrong in a cluster, and who one is in it.
import { argument, read, reply } from '../../../entry/follow-ups.ts';
import { entriesOf } from '../../../entry/part.ts';
import { object } from '../../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

/** Messages, checks and the user of a cluster. */
export const health = entriesOf(facts, {
  kubernetes_get_status_messages: {
    title: "List a cluster's status messages",
    description:
      "Lists DigitalOcean's notices about trouble with a cluster, such as nodes that cannot be made; ask when it does not get ready.",
    reply: { kind: 'list', key: 'messages', paging: { style: 'none' } },
    view: { columns: ['timestamp', 'message'] },
  },
  kubernetes_run_clusterLint: {
    title: 'Check a cluster for bad practice',
    description:
      'Starts checks of what runs in a cluster (resources, security, trouble before upgrades); kubernetes_get_cluster_lint_results tells what was found.',
    effect: 'write',
    reply: object(null),
    watch: {
      poll: read(
        'kubernetes_get_clusterLintResults',
        { cluster_id: argument('cluster_id') },
        { run_id: reply('run_id') },
      ),
      state: 'completed_at',
      done: ['*'],
      failed: [],
      missing: 'wait',
      usually: 15,
      what: 'check',
    },
  },
  kubernetes_get_clusterLintResults: {
    title: 'Get what checks of a cluster found',
    description:
      'Shows findings of a check that kubernetes_run_cluster_lint started, object by object; without run_id those of the latest.',
    reply: object(null),
  },
  kubernetes_get_clusterUser: {
    title: 'Get the cluster user',
    description:
      'Shows as which user, and in which groups, the owner of this token acts in a cluster.',
    reply: object('kubernetes_cluster_user'),
  },
});
