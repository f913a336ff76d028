// The app spec in full: the tool's own schema shows only its beginning.
import type { FullSchema } from '../../endpoint/full-schema.ts';

/** What DigitalOcean's document says about an app spec, corrected. */
export const appSpec: FullSchema = {
  name: 'app-spec',
  read: async () => (await import('./app-spec.json', { with: { type: 'json' } })).default,
};
