// What is said at the start about who can answer, and that nothing is said when all is well.
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/configuration/settings.ts';
import { reachDoubts } from '../../src/consent/reach-doubts.ts';
import { createState } from '../../src/state/state.ts';
import { box } from '../agent.ts';
import { serveAsking } from '../http/operators.ts';
import { newStateFolder } from '../new-state-folder.ts';

const nowhere = '/dev/null/state';

const said = (values: Parameters<typeof readSettings>[0], hasOperator: boolean | null): string => {
  const settings = readSettings({ sandbox: true, confirm: 'ask', ...values }, {}, box.names);
  const state = createState({ folder: settings.stateDir, key: settings.stateKey });
  return reachDoubts({ settings, state, hasOperator }).join('\n');
};

const key = 'k'.repeat(40);
const redisUrl = 'redis://127.0.0.1:6379';

describe('the start', () => {
  it.each([
    ['stdio with a state folder', { stateDir: newStateFolder() }, null],
    ['HTTP with a state folder', { stateDir: newStateFolder() }, false],
    ['where nobody is asked', { stateDir: nowhere, confirm: 'never' }, null],
    ['replicas with all that they need', { redisUrl, stateKey: key, trustedProxies: 'x' }, true],
  ])('says nothing: %s', (_what, values, hasOperator) => {
    expect(said(values, hasOperator)).toBe('');
  });

  it.each([
    [
      'stdio without a state folder',
      { stateDir: nowhere },
      null,
      /only the client that this server serves/,
    ],
    [
      'HTTP without one',
      { stateDir: nowhere },
      true,
      /answers only for its own.*ends with its process\.$/,
    ],
    [
      'HTTP without one and without an operator',
      { stateDir: nowhere },
      false,
      /do-mcp operator add/,
    ],
    [
      'a balancer and no Redis',
      { stateDir: newStateFolder(), trustedProxies: '10.0.0.0/8' },
      true,
      /without --redis-url, each answers only for its own/,
    ],
    ['Redis and no key', { redisUrl }, true, /need the same DO_MCP_STATE_KEY/],
    ['Redis and no operator', { redisUrl, stateKey: key }, false, /do-mcp operator add/],
    ['Redis on stdio', { redisUrl, stateKey: key }, null, /only the client can answer/],
  ])('says one sentence: %s', (_what, values, hasOperator, sentence) => {
    expect(said(values, hasOperator)).toMatch(sentence);
    expect(said(values, hasOperator).split('\n')).toHaveLength(1);
  });

  it('makes nothing to find it out', () => {
    const stateDir = newStateFolder();
    said({ stateDir }, null);
    expect(existsSync(stateDir)).toBe(false);
  });

  it('says it with the other warnings of an HTTP server', async () => {
    const { warnings } = await serveAsking({ trustedProxies: '10.0.0.0/8' });
    expect(warnings.join('\n')).toContain('each answers only for its own');
    expect((await serveAsking()).warnings).toEqual([]);
  });
});
