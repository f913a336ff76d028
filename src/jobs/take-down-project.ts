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
  needs: ['projects_get', 'projects_list_resources', 'droplets_get', 'droplets_destroy'],
  isOrdered: true,
  steps: [
    {
      says: 'Read projects_get for {project_id}, and projects_list_resources for what it holds. Show the user the list with what each costs, and get a yes for each kind.',
      uses: ['projects_get', 'projects_list_resources'],
    },
    {
      says: 'Ask what must be kept. Of Droplets, make snapshots with droplet_actions_post and type snapshot, and wait until they have ended.',
      uses: ['dropletActions_post'],
    },
    {
      says: 'Of volumes that must be kept, make snapshots with volume_snapshots_create.',
      uses: ['volumeSnapshots_create'],
    },
    {
      says: 'Take names away first: domains_list_records, then domains_delete_record for records that lead to what will go, so that no name leads to an address somebody else gets.',
      uses: ['domains_list_records', 'domains_delete_record'],
    },
    { says: 'Delete apps with apps_delete: they use what comes next.', uses: ['apps_delete'] },
    {
      says: 'Delete load balancers with load_balancers_delete.',
      uses: ['loadBalancers_delete'],
    },
    {
      says: 'Delete Kubernetes clusters with kubernetes_delete_cluster; volumes and load balancers that the cluster made stay and are deleted by themselves.',
      uses: ['kubernetes_delete_cluster'],
    },
    {
      says: 'Delete Droplets with droplets_destroy, each by its id; look at droplets_get before each.',
      uses: ['droplets_destroy', 'droplets_get'],
    },
    {
      says: 'Delete volumes with volumes_delete: they outlive their Droplets and go on costing.',
      uses: ['volumes_delete'],
    },
    {
      says: 'Give addresses back with reserved_ips_delete: without a Droplet they cost.',
      uses: ['reservedIPs_delete'],
    },
    {
      says: 'Delete databases with databases_destroy_cluster last, once the user has said that their backups may go, too.',
      uses: ['databases_destroy_cluster'],
    },
    {
      says: 'Read projects_list_resources again for what the project still holds.',
      uses: ['projects_list_resources'],
    },
    {
      says: 'Read firewalls_list for firewalls that cover nothing now.',
      uses: ['firewalls_list'],
    },
  ],
  ends: 'what was deleted, what was kept and what it costs, and what could not be deleted and why.',
};
