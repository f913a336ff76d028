// Writes what has moved in a form for a changelog, or an issue: a heading for each kind, a line for each thing.
import { type Finding, type FindingKind, kinds } from './finding.ts';

/** More of one kind is no reading matter; the command tells all of it once the rest is mended. */
const mostOfAKind = 100;

const section = (kind: FindingKind, whats: readonly string[]): readonly string[] => {
  const told = whats.slice(0, mostOfAKind).map((what) => `- ${what}`);
  const more = whats.length - told.length;
  return ['', `### ${kinds[kind]}`, '', ...told, ...(more > 0 ? [`- and ${more} more`] : [])];
};

/** The lines of a changelog; none where nothing has moved. */
export const changelogOf = (findings: readonly Finding[]): readonly string[] => {
  if (findings.length === 0) return [];
  const order = Object.keys(kinds) as readonly FindingKind[];
  return [
    "## Changes in DigitalOcean's API",
    ...order.flatMap((kind) => {
      const whats = findings.flatMap((one) => (one.kind === kind ? [one.what] : []));
      return whats.length === 0 ? [] : section(kind, whats);
    }),
    '',
  ];
};
