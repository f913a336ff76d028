// What the arguments of security scans mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  finding_uuid: "The finding's uuid; a scan shows it as rule_uuid.",
  resource: 'Urn, such as do:droplet:123.',
  resources: 'Urns, such as do:droplet:123.',
  rule_uuid: 'rule_uuid of the finding.',
  scan_id: 'Scan id, from security_list_scans.',
  severity: 'Only findings this grave.',
  suppression_uuid: 'Id of the suppression, from security_list_settings.',
  tier_coverage: 'By plan name, such as basic: resources (urns) and tags that it covers.',
  type: 'Only findings of this type, such as CSPM.',
};
