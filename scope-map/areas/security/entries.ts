// Security posture: scans for risky settings, their findings, what they cover and what is kept out of them.
import type { View } from '../../endpoint/reply.ts';
import { describeArea } from '../../entry/area-map.ts';
import { overwrites } from '../../entry/conditions.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

// A finding explains itself at length; what to do about it stays.
const scanView: View = { drops: ['findings.business_impact', 'findings.technical_details'] };

const scanLife = {
  state: 'scan.status',
  done: ['COMPLETED'],
  failed: ['FAILED', 'CSPM_NOT_ENABLED', 'SCAN_NOT_RUN'],
  usually: 60,
  what: 'security scan',
} as const;

export default describeArea(facts, words, {
  security_list_scans: {
    title: 'List security scans',
    description:
      'Lists scans of the account with the names of what they found; security_get_latest_scan shows the findings of the last.',
    reply: pagedList('scans'),
    view: { columns: ['id', 'status', 'created_at', { name: 'found', at: 'findings.name' }] },
  },
  security_get_latest_scan: {
    title: 'Get the latest security scan',
    description:
      'Shows risky settings found by the last scan, how grave, and how to mend them; it may show 20 findings at a time, so ask by severity.',
    reply: object('scan'),
    view: scanView,
  },
  security_get_scan: {
    title: 'Get a security scan',
    description:
      'Shows the findings of one scan, 20 at a time, so ask by severity; wait_seconds waits until it is through.',
    reply: object('scan'),
    view: scanView,
    watch: { ...scanLife, poll: read('security_get_scan', { scan_id: argument('scan_id') }) },
  },
  security_create_scan: {
    title: 'Start a security scan',
    description:
      'Looks for risky settings in everything that security_list_settings shows as covered; it changes nothing.',
    effect: 'write',
    reply: object('scan'),
    view: scanView,
    watch: { ...scanLife, poll: read('security_get_scan', { scan_id: reply('scan.id') }) },
  },
  security_list_scan_finding_affected_resources: {
    name: 'security_list_affected_resources',
    title: 'List what a finding is about',
    description: 'Lists the resources that have the risky setting of one finding.',
    // The reply has neither links nor a count: a page that is not full is the last.
    reply: {
      kind: 'list',
      key: 'affected_resources',
      paging: { style: 'numbered', largest: 200, size: 'per_page', pages: 'meta.pages' },
    },
    view: { columns: ['urn', 'name', 'type'] },
  },
  security_list_settings: {
    title: 'Get security scan settings',
    description:
      'Shows which resources and tags each plan covers, and which findings are suppressed, with the ids to lift that.',
    reply: object(null),
  },
  security_update_settings_plan: {
    title: 'Change what security scans cover',
    description:
      'Replaces what each plan covers: what is left out is scanned no more, and paid plans cost by what they cover. Start from security_list_settings.',
    conditions: [overwrites('tier_coverage', 'replaces what each plan has covered')],
    effect: 'write',
    cost: 'raises',
    reply: object('tier_coverage'),
  },
  security_create_suppression: {
    title: 'Suppress a security finding',
    description:
      'Hides one kind of finding for the given resources: the risk stays. security_delete_suppression shows it again.',
    effect: 'write',
    reply: object(null),
    view: { drops: ['meta', 'links'] },
  },
  security_delete_suppression: {
    title: 'Lift a suppression',
    description: 'Lets a hidden finding show again from the next scan on.',
    reply: nothing,
  },
  security_create_scan_rule: {
    title: 'Exclude a resource from scans',
    description:
      'Keeps one resource out of all further scans, and no call lists or undoes that; to hide one kind of finding use security_create_suppression.',
    effect: 'write',
    reply: nothing,
  },
});
