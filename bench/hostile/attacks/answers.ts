// Requests and replies whose answer could be boundless, wrong, or not in words.
import { request } from 'node:http';
import { headersOf, manyConnections, post, toolCall } from '../calls.ts';
import { tokenOf } from '../tokens.ts';
import { type Attack, list } from './attack.ts';

/** Whether a list is still told in our own words, although the reply had fields with the same names. */
const isOurs = (shown: unknown): boolean =>
  typeof shown === 'object' &&
  shown !== null &&
  'items' in shown &&
  Array.isArray(shown.items) &&
  shown.items.length === 1 &&
  !('note' in shown && shown.note === 'ours?') &&
  !('after' in shown && shown.after === 'ours?');

/** Attacks on the answers. */
export const answers: readonly Attack[] = [
  {
    name: 'an id of 900,000 letters',
    kind: 'answers',
    run: async (port) => {
      const agent = manyConnections();
      const answer = await post(
        port,
        agent,
        tokenOf('light'),
        toolCall('droplets_list', {}, 'x'.repeat(900_000)),
      );
      agent.destroy();
      const told = `${answer.status}, ${answer.text.length} characters`;
      return answer.text.length > 100_000
        ? { told, wrong: `answered with ${answer.text.length} characters` }
        : { told };
    },
  },
  {
    name: 'siblings of a list of 5 MiB, and some with our own names',
    kind: 'answers',
    run: async (port) => {
      const agent = manyConnections();
      const { text, status } = await post(port, agent, tokenOf('siblings'), list({}));
      agent.destroy();
      const told = `${status}, ${text.length} characters`;
      if (text.length > 300_000) return { told, wrong: `answered with ${text.length} characters` };
      const shown: unknown = JSON.parse(JSON.parse(text).result.content[0].text);
      return isOurs(shown)
        ? { told }
        : { told, wrong: `a sibling took the place of ours: ${text.slice(0, 200)}` };
    },
  },
  {
    name: 'a lone surrogate in a path value',
    kind: 'answers',
    run: async (port) => {
      const agent = manyConnections();
      const body = toolCall('domains_get', { domain_name: 'LONE' }).replace('LONE', '\\ud800');
      const { text, status } = await post(port, agent, tokenOf('light'), body);
      agent.destroy();
      const told = `${status}: ${text.slice(0, 120)}`;
      return /internal/i.test(text) || status >= 500
        ? { told, wrong: text.slice(0, 200) }
        : { told };
    },
  },
  {
    name: 'two Host headers',
    kind: 'answers',
    run: (port) =>
      new Promise((resolve) => {
        const sent = request({
          host: '127.0.0.1',
          port,
          method: 'POST',
          path: '/mcp',
          setHost: false,
          headers: [
            ...['host', `127.0.0.1:${port}`, 'host', 'elsewhere.example'],
            ...Object.entries(headersOf(tokenOf('light'))).flat(),
          ],
        });
        sent.on('response', ({ statusCode = 0 }) => {
          sent.destroy();
          const told = String(statusCode);
          resolve(
            statusCode >= 400 && statusCode < 500 ? { told } : { told, wrong: `answered ${told}` },
          );
        });
        sent.on('error', ({ message }) => resolve({ told: message }));
        sent.end(list({}));
      }),
  },
];
