// A project: how it is made and shown.
import { forPeople } from '../../exchange/times.ts';
import { type Project, Projects } from '../../things/belonging.ts';
import type { World } from '../../world/world.ts';

/** Purposes that DigitalOcean offers; any other text is kept as "Other: …". */
const purposes = [
  'Just trying out DigitalOcean',
  'Class project / Educational purposes',
  'Website or blog',
  'Web Application',
  'Service or API',
  'Mobile Application',
  'Machine learning / AI / Data processing',
  'IoT',
  'Operational / Developer tooling',
];

/** A purpose as it is kept. */
export const purposeOf = (given: string): string =>
  purposes.includes(given) || given.startsWith('Other: ') ? given : `Other: ${given}`;

/** A project as DigitalOcean shows it. */
export const projectView = (world: World, project: Project) => ({
  id: project.id,
  owner_uuid: world.profile.uuid,
  owner_id: world.profile.ownerId,
  name: project.name,
  description: project.description,
  purpose: project.purpose,
  ...(project.environment === '' ? {} : { environment: project.environment }),
  is_default: project.isDefault,
  created_at: forPeople(project.createdAt),
  updated_at: forPeople(project.updatedAt),
});

/** Adds a project. */
export const addProject = (
  world: World,
  given: {
    readonly name: string;
    readonly purpose: string;
    readonly description?: string | null | undefined;
    readonly environment?: string | null | undefined;
    readonly isDefault?: boolean;
  },
  at: number,
): Project => {
  const project: Project = {
    id: world.ids.uuid(),
    name: given.name,
    description: given.description ?? '',
    purpose: purposeOf(given.purpose),
    environment: given.environment ?? '',
    isDefault: given.isDefault ?? false,
    createdAt: at,
    updatedAt: at,
  };
  world.of(Projects).set(project.id, project);
  return project;
};
