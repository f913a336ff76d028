// What managed Kubernetes can be ordered with: versions, sizes, regions.
import { openRegions, regions } from './regions.ts';
import { sizes } from './sizes.ts';

/** Version slugs, newest first. */
export const versions = ['1.36.0-do.0', '1.35.2-do.0', '1.34.4-do.1'] as const;

/** The control plane for high availability, per month. */
export const haPrice = 40;

/** From this version on, leaving `ha` out turns it on. */
const haSince = [1, 36];

/** The full slug of what was asked for: a slug, a minor such as `1.35`, or `latest`; undefined when unknown. */
export const versionOf = (wanted: string): string | undefined => {
  if (wanted === 'latest') return versions[0];
  return versions.find((slug) => slug === wanted || slug.startsWith(`${wanted}.`));
};

/** Whether a version turns `ha` on when nobody says otherwise. */
export const haByDefault = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > (haSince[0] ?? 0) || minor >= (haSince[1] ?? 0);
};

/** Versions a cluster can be upgraded to: newer ones, one minor version at a time, newest first. */
export const upgradesOf = (present: string): readonly string[] => {
  const minorOf = (slug: string): number => Number(slug.split('.')[1]);
  const place = versions.findIndex((slug: string) => slug === present);
  return versions.filter((slug, index) => index < place && minorOf(slug) <= minorOf(present) + 1);
};

/** A version as DigitalOcean lists it. */
export const versionView = (slug: string) => ({
  slug,
  kubernetes_version: slug.split('-')[0] ?? slug,
  supported_features: ['cluster-autoscaler', 'docr-integration', 'token-authentication'],
});

/** Sizes that nodes can have: everything with at least 2 GB and no GPU. */
export const nodeSizes: readonly string[] = sizes
  .filter(({ memory, gpu_info: card }) => memory >= 2048 && card === undefined)
  .map(({ slug }) => slug);

/** Everything that can be chosen, as DigitalOcean lists it. */
export const kubernetesOptions = {
  regions: regions
    .filter(({ slug }) => openRegions.includes(slug))
    .map(({ name, slug }) => ({ name, slug })),
  versions: versions.map(versionView),
  sizes: nodeSizes.map((slug) => ({ name: slug, slug })),
};
