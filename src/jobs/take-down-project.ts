// The end of a project, so that nothing goes on costing money and nothing is lost unasked.
import type { Job } from './job.ts';

/** Everything of one project is deleted, in an order that leaves nothing hanging. */
export const takeDownProject: Job = {
  name: 'take_down_project',
  title: 'Take a project down',
  description:
    'Deletes what belongs to one project, in an order that breaks nothing else and leaves nothing that costs.',
  arguments: [
    { name: 'project_id', description: 'Id of the project.', required: true, completes: 'project' },
  ],
  needs: ['projects_get', 'droplets_list', 'droplets_destroy'],
  isOrdered: true,
  steps: [
    {
      says: 'Read projects_get for {project_id} and the list of its resources. Show the user the list with what each costs, and get a yes for each kind.',
      uses: ['projects_get'],
    },
    {
      says: 'Ask what must be kept. Make snapshots of it (droplet_actions_post with type snapshot; volumes have a tool of their own) and wait until they have ended.',
      uses: ['dropletActions_post'],
    },
    {
      says: 'Take names away first: domains_list_records, then domains_delete_record for records that lead to what will go, so that no name leads to an address somebody else gets.',
      uses: ['domains_list_records', 'domains_delete_record'],
    },
    {
      says: 'Delete apps and load balancers with apps_delete and load_balancers_delete: they use what comes next.',
      uses: ['apps_delete', 'loadBalancers_delete'],
    },
    {
      says: 'Delete Kubernetes clusters with kubernetes_delete_cluster; volumes and load balancers that the cluster made stay and are deleted by themselves.',
      uses: ['kubernetes_delete_cluster'],
    },
    {
      says: 'Delete Droplets with droplets_destroy, each by its id; look at droplets_get before each.',
      uses: ['droplets_destroy'],
    },
    {
      says: 'Delete volumes with volumes_delete: they outlive their Droplets and go on costing.',
      uses: ['volumes_delete'],
    },
    {
      says: 'Delete databases last, once the user has said that their backups may go, too.',
      uses: ['databases_list_clusters'],
    },
    {
      says: 'Look again at what the project still holds, and at firewalls_list for firewalls that cover nothing now.',
      uses: ['projects_get', 'firewalls_list'],
    },
  ],
  ends: 'what was deleted, what was kept and what it costs, and what could not be deleted and why.',
};
