// Which field of the file of agents was meant by one that does not exist.
import { nearest } from '../../../tools/nearest.ts';
import { grantShape, resourcesShape, ruleShape } from '../../policy/shape.ts';

const agentFields = [
  'name',
  'key',
  'token',
  'access',
  'areas',
  'tools',
  'excludeTools',
  'note',
  'grants',
  'rules',
  'observe',
  'callsPerMinute',
];

/** The fields that there are at a place in the file. */
const fieldsAt = (path: readonly PropertyKey[]): readonly string[] => {
  const last = path.at(-1);
  if (path.length === 0) return ['$schema', 'version', 'agents'];
  if (path.length === 2) return agentFields;
  if (last === 'resources') return Object.keys(resourcesShape.shape);
  if (path[2] === 'grants' && path.length === 4) return Object.keys(grantShape.shape);
  if (path[2] === 'rules' && path.length === 4) return Object.keys(ruleShape.shape);
  return last === 'token' ? ['env', 'file'] : [];
};

/** The field that was probably meant; undefined where none is near. */
export const meantBy = (field: string, path: readonly PropertyKey[]): string | undefined =>
  nearest(field, fieldsAt(path));
