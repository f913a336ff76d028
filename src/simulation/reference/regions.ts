// DigitalOcean's regions, as far as the simulation sells in them.
import { notFound } from '../exchange/refusal.ts';
import { sizes } from './sizes.ts';

interface Region {
  readonly slug: string;
  readonly name: string;
  readonly available: boolean;
  /** Which App Platform region it belongs to, where there is one. */
  readonly app?: string;
}

/** Slugs and names from DigitalOcean's regional availability matrix. */
export const regions: readonly Region[] = [
  { slug: 'nyc1', name: 'New York 1', available: true, app: 'nyc' },
  { slug: 'nyc2', name: 'New York 2', available: false },
  { slug: 'nyc3', name: 'New York 3', available: true, app: 'nyc' },
  { slug: 'ams3', name: 'Amsterdam 3', available: true, app: 'ams' },
  { slug: 'sfo2', name: 'San Francisco 2', available: true },
  { slug: 'sfo3', name: 'San Francisco 3', available: true, app: 'sfo' },
  { slug: 'sgp1', name: 'Singapore 1', available: true, app: 'sgp' },
  { slug: 'lon1', name: 'London 1', available: true, app: 'lon' },
  { slug: 'fra1', name: 'Frankfurt 1', available: true, app: 'fra' },
  { slug: 'tor1', name: 'Toronto 1', available: true, app: 'tor' },
  { slug: 'blr1', name: 'Bangalore 1', available: true, app: 'blr' },
  { slug: 'syd1', name: 'Sydney 1', available: true, app: 'syd' },
  { slug: 'atl1', name: 'Atlanta 1', available: true, app: 'atl' },
];

const features = ['backups', 'ipv6', 'metadata', 'install_agent', 'storage', 'image_transfer'];

/** Slugs of the regions that take new resources. */
export const openRegions: readonly string[] = regions
  .filter(({ available }) => available)
  .map(({ slug }) => slug);

const views = new Map(
  regions.map(({ slug, name, available }) => [
    slug,
    {
      name,
      slug,
      features,
      available,
      sizes: available
        ? sizes.filter((size) => size.regions.includes(slug)).map((size) => size.slug)
        : [],
    },
  ]),
);

/** A region as DigitalOcean shows it; `slug` must be a known one. */
export const regionView = (slug: string) => {
  const view = views.get(slug);
  if (view === undefined) throw notFound('region');
  return view;
};

/** Whether new resources can be made there. */
export const isOpenRegion = (slug: string): boolean => views.get(slug)?.available ?? false;
