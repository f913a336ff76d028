// Spoils a change in ways that DigitalOcean refuses: things that are not there, places that are not open.
import { isObject, type JsonObject } from '../../tools/json-object.ts';

const nobody = '11111111-2222-4333-8444-555555555555';

/** A value for a field, of the same form, that names nothing. */
const nothingFor = (name: string, value: unknown, body: JsonObject): unknown => {
  if (typeof value === 'string') {
    if (/region/.test(name)) return 'mars1';
    if (/^size|size_slug/.test(name)) return 's-none';
    if (name === 'image') return 'no-such-image';
    if (name === 'version') return '0.1';
    if (/uuid|snapshot_id/.test(name)) return nobody;
  }
  if (typeof value === 'number') {
    if (name === 'droplet_id' || name === 'image') return 1;
    if (name === 'num_nodes') return 77;
    if (name === 'size_gigabytes' && body['type'] === 'resize') return 1;
  }
  if (Array.isArray(value) && value.length > 0) {
    if (name === 'droplet_ids') return [1];
    if (name === 'ssh_keys') return ['00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:ee:ff'];
    if (name === 'volumes') return [nobody];
    // Elsewhere a tag that is not there is made.
    if (name === 'tags' && ('inbound_rules' in body || Object.keys(body).length === 1))
      return ['no-such-tag'];
  }
  return undefined;
};

/** Bodies in each of which one field names nothing. */
export const spoiltBodies = (body: unknown): readonly JsonObject[] =>
  isObject(body)
    ? Object.entries(body).flatMap(([name, value]) => {
        const nothing = nothingFor(name, value, body);
        return nothing === undefined ? [] : [{ ...body, [name]: nothing }];
      })
    : [];

/** The path with its last id standing for nothing; undefined where it has none that could. */
export const spoiltPath = (path: string): string | undefined => {
  const spoilt = path.replace(
    /\/(?:[\da-f]{8}-[\da-f-]{27}|\d{3,})(?=[/?]|$)(?!.*\/(?:[\da-f]{8}-[\da-f-]{27}|\d{3,})(?=[/?]|$))/,
    (found) => (/-/.test(found) ? `/${nobody}` : '/7'),
  );
  return spoilt === path ? undefined : spoilt;
};
