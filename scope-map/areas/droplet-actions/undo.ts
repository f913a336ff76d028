// How what is done with Droplets is put back, action by action.
import type { When } from '../../endpoint/condition.ts';
import type { From, Undos, Way } from '../../endpoint/undo.ts';
import { always, argument, call, cannotWhen, former, look } from '../../entry/undos.ts';

const itself = { droplet_id: argument('droplet_id') };

const ofType = (...is: readonly [string, ...string[]]): When => ({ argument: 'type', is });

const act = (type: string, more: Readonly<Record<string, From>> = {}) =>
  call('dropletActions_post', { ...itself, type: always(type), ...more });

const whereItWas = (is: string): NonNullable<Way['stood']> => ({ at: 'status', is: [is] });

const unchanged = 'it was so before';

/** By operation id. */
export const undos: Undos = {
  dropletActions_post: {
    state: look('droplets_get', itself),
    watches: ['status', 'name', 'size_slug', 'features'],
    ways: [
      { when: ofType('rename'), calls: [act('rename', { name: former('name') })] },
      {
        when: [ofType('resize'), { argument: 'disk', is: [true] }],
        cannot: 'a disk that was made larger cannot be made smaller again',
      },
      {
        when: ofType('resize'),
        calls: [act('resize', { size: former('size_slug') })],
        differs: 'the Droplet must be off for that, and stays off',
      },
      { when: ofType('power_on'), stood: whereItWas('active'), cannot: unchanged },
      {
        when: ofType('power_on'),
        calls: [act('power_off')],
        differs: 'what runs on it is cut off',
      },
      { when: ofType('power_off', 'shutdown'), stood: whereItWas('off'), cannot: unchanged },
      { when: ofType('power_off', 'shutdown'), calls: [act('power_on')] },
      {
        when: ofType('enable_backups'),
        stood: { at: 'features', filled: true, is: ['backups'] },
        cannot: unchanged,
      },
      { when: ofType('enable_backups'), calls: [act('disable_backups')] },
      {
        when: ofType('disable_backups'),
        calls: [act('enable_backups')],
        differs: 'the backups go on with the usual plan',
      },
      cannotWhen(ofType('enable_ipv6'), 'IPv6 cannot be switched off again'),
      cannotWhen(ofType('rebuild', 'restore'), 'the disk is overwritten'),
      cannotWhen(ofType('password_reset'), 'the former password is not known'),
      cannotWhen(
        ofType('change_backup_policy'),
        'the former plan is told elsewhere; change_backup_policy sets another',
      ),
      cannotWhen(ofType('snapshot'), 'the snapshot has no id yet; snapshots_delete removes it'),
      { cannot: 'it leaves nothing to put back' },
    ],
  },
  dropletActions_post_byTag: {
    ways: [
      cannotWhen(
        ofType('power_on', 'power_off', 'shutdown', 'enable_backups', 'disable_backups'),
        'it is not known of each Droplet how it was before',
      ),
      { cannot: 'it leaves nothing to put back' },
    ],
  },
};
