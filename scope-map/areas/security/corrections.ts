// Where DigitalOcean's document is wrong about security scans.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['security_create_suppression'],
    change: { kind: 'required', at: 'body', names: ['rule_uuid', 'resources'] },
    why: 'A suppression is of one rule for some resources.',
    source: 'descriptions of the two fields, each of which speaks of the other',
  },
  {
    operations: ['security_create_scan_rule'],
    change: { kind: 'required', at: 'body', names: ['resource'] },
    why: 'A rule that names no resource excludes nothing.',
    source: 'description of the only field',
  },
  {
    operations: ['security_update_settings_plan'],
    change: { kind: 'required', at: 'body', names: ['tier_coverage'] },
    why: 'Without the coverage there is nothing to change.',
    source: 'the only field of the body, and the only field of the reply',
  },
];
