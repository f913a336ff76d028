// Rules by kind take nothing out of the simulated account but credentials: counted over every reply there is.
import { describe, expect, it } from 'vitest';
import { isObject } from '../../tools/json-object.ts';
import { createRedactor } from '../../tools/secrets/redaction.ts';
import { walkEverything } from './walk/walk.ts';
import { createWorld, type Send } from './world.ts';

/** Places that hold credentials, all of them DigitalOcean's: passwords, keys, signed addresses of logs, a kubeconfig, a Docker configuration. */
const credentials =
  /(?:^|\.)(?:password|secret_key|auth|(?:\w+_)?connection\.uri|live_url|historic_urls)$|^token$|^kubeconfig:$/;

/** The dotted places at which two values differ. */
const differences = (before: unknown, after: unknown, place: string): readonly string[] => {
  if (Array.isArray(before))
    return before.flatMap((one, at) =>
      differences(one, Array.isArray(after) ? after[at] : undefined, place),
    );
  // Settings that their owner calls secret are what they are called.
  if (isObject(before) && before['type'] === 'SECRET') return [];
  if (isObject(before))
    return Object.entries(before).flatMap(([name, inner]) =>
      differences(
        inner,
        isObject(after) ? after[name] : undefined,
        place === '' ? name : `${place}.${name}`,
      ),
    );
  return before === after ? [] : [place];
};

describe('what rules by kind take out of the simulated account', () => {
  it('is credentials and nothing else', async () => {
    const taken = new Set<string>();
    let replies = 0;
    const world = createWorld();
    const send: Send = async (method, path, body, token, headers) => {
      world.pass(0.3);
      const reply = await world.send(method, path, body, token, headers);
      replies += 1;
      for (const place of differences(reply.body, createRedactor(undefined).redact(reply.body), ''))
        taken.add(path.includes('kubeconfig') ? `kubeconfig:${place}` : place);
      return reply;
    };
    await walkEverything({ send, pass: world.pass });
    expect(replies).toBeGreaterThan(150);
    expect([...taken].filter((place) => !credentials.test(place))).toEqual([]);
    // Those that there are, are found without knowing where.
    expect(taken).toContain('database.connection.password');
    expect(taken).toContain('databases.private_connection.uri');
    expect(taken).toContain('key.secret_key');
  });
});
