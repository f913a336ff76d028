// `do-mcp demo`: told in a pipe, played by a person at a terminal, skipped, stopped; and it leaves nothing behind.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { playDemo } from '../../src/commands/demo/demo.ts';
import { valuesOf } from '../../src/configuration/environment.ts';
import { readSettings } from '../../src/configuration/settings.ts';
import type { Keyboard } from '../../src/terminal/keyboard.ts';
import { createTerminal } from '../../src/terminal/terminal.ts';
import { box } from '../agent.ts';
import { createManualClock } from '../manual-clock.ts';
import { keepingStream, runAtTerminal, runProgram } from './run-program.ts';

/** A person who answers what they are asked by what it says; undefined is Ctrl-C. */
const person = (answer: (prompt: string) => string | undefined) => {
  const asked: string[] = [];
  const ask = async (prompt: string): Promise<string | undefined> => {
    asked.push(prompt.trim());
    return answer(prompt);
  };
  const keyboard: Keyboard = { isThere: true, ask, askHidden: ask };
  return { keyboard, asked };
};

const plain = { NO_COLOR: '1' };

let temporary: string;

beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'do-mcp-demo-test-'));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, temporary);
});

afterEach(() => {
  vi.unstubAllEnvs();
  expect(readdirSync(temporary)).toEqual([]);
  rmSync(temporary, { recursive: true });
});

const titles = (text: string): readonly string[] =>
  [...text.matchAll(/^\d of \d {2}(.+)$/gm)].map(([, title = '']) => title);

describe('do-mcp demo in a pipe', () => {
  it('tells everything without asking anybody, and says so', async () => {
    const { code, printed, said } = await runProgram(['demo']);
    expect(code).toBe(0);
    expect(said).toBe('');
    expect(titles(printed)).toHaveLength(6);
    expect(printed).toMatch(/simulated DigitalOcean:\s+nothing here is real/);
    expect(printed).toMatch(/lacks the scope droplet:delete\. Nothing was\s+sent/);
    expect(printed).toMatch(/demo-01 is active at [\d.]+\. It adds \$6 a month/);
    expect(printed).toMatch(/Loses it: 1 load balancer web-lb/);
    expect(printed).toMatch(/Nobody can be asked here, so the demo types web-01/);
    expect(printed).toMatch(/you +do-mcp undo \S+\nundo +[\s\S]+It is put back/);
    expect(printed).toMatch(/droplets_destroy +not sent: a person is asked/);
    expect(printed).toMatch(/droplets_destroy +done/);
    expect(printed).toMatch(/Verified: the record is whole/);
  });

  it('has a list for each token, the smaller the less it holds', async () => {
    const { printed } = await runProgram(['demo']);
    const [, counts = ''] = /token +tools +among them\n((?:.+\n){3})/.exec(printed) ?? [];
    const [reads = 0, domains = 0, everything = 0] = [...counts.matchAll(/ (\d+) /g)].map(
      ([, count]) => Number(count),
    );
    expect(domains).toBeGreaterThan(0);
    expect(reads).toBeGreaterThan(domains);
    expect(everything).toBeGreaterThan(reads);
  });

  it('has no line longer than 80 characters, and nothing that a terminal would obey', async () => {
    const { printed } = await runProgram(['demo', '--plain']);
    expect(printed.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(printed).not.toContain('\u001b');
    expect(printed).not.toContain('\r');
  });

  it('works with whatever the environment says of the real account', async () => {
    const environment = {
      DIGITALOCEAN_TOKEN: 'dop_v1_0',
      DO_MCP_READ_ONLY: '1',
      DO_MCP_AREAS: 'apps',
    };
    const { code, printed } = await runProgram(['demo'], environment);
    expect(code).toBe(0);
    expect(printed).toContain('demo-01 is active');
    expect(printed).not.toContain('dop_v1_0');
  });
});

describe('do-mcp demo at a terminal', () => {
  it('goes on when the person wants it, and destroys when they type the name', async () => {
    const { keyboard, asked } = person((prompt) => (prompt.includes('web-01') ? 'web-01' : 'y'));
    const { code, printed } = await runAtTerminal(['demo', '--fast'], 80, plain, keyboard);
    expect(code).toBe(0);
    expect(asked).toEqual([
      'Type web-01 to agree; [Enter] refuses:',
      'Let it through? [y/N]',
      'Put it back? [y/N]',
    ]);
    expect(printed).toContain('It is put back.');
    expect(printed).toContain('because you agreed');
    expect(printed).not.toMatch(/the demo types/);
  });

  it('destroys nothing when the person refuses', async () => {
    const { keyboard } = person(() => '');
    const { printed } = await runAtTerminal(['demo', '--fast'], 80, plain, keyboard);
    expect(printed).toContain('The web server is still there.');
    expect(printed).not.toMatch(/droplets_destroy +done/);
    expect(printed).not.toMatch(/domains_update_record +done/);
    expect(printed).not.toContain('do-mcp approvals');
  });

  it('skips what the person skips, and waits for a word that it knows', async () => {
    const words = ['s', 'what?', 's', 'S', 's', 's', ''];
    const { keyboard, asked } = person(() => words.shift() ?? '');
    const { code, printed } = await runAtTerminal(['demo'], 80, plain, keyboard);
    expect(code).toBe(0);
    expect(asked).toHaveLength(7);
    expect(titles(printed)).toHaveLength(6);
    expect(printed).not.toMatch(/^agent /m);
    expect(printed).toContain('Nothing is on record');
  });

  it('stops when the person has seen enough', async () => {
    const { keyboard } = person(() => 'q');
    const { code, printed } = await runAtTerminal(['demo'], 80, plain, keyboard);
    expect(code).toBe(0);
    expect(titles(printed)).toHaveLength(1);
    expect(printed).toMatch(/Stopped\. Nothing is left behind\.\n$/);
  });

  it('stops at Ctrl-C, between parts and while the server asks', async () => {
    const between = await runAtTerminal(['demo'], 80, plain, person(() => undefined).keyboard);
    expect(between.code).toBe(130);
    const asked = person((prompt) => (prompt.includes('web-01') ? undefined : ''));
    const { code, printed } = await runAtTerminal(['demo', '--fast'], 80, plain, asked.keyboard);
    expect(code).toBe(130);
    expect(printed).toMatch(/Stopped\. Nothing is left behind\.\n$/);
    expect(printed).not.toContain('5 of 6');
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends at %s, whatever it is at, and leaves nothing behind',
    async (signal) => {
      const keyboard: Keyboard = {
        isThere: true,
        ask: () => {
          process.emit(signal);
          return new Promise(() => {});
        },
        askHidden: async () => undefined,
      };
      const { code, printed } = await runAtTerminal(['demo'], 80, plain, keyboard);
      expect(code).toBe(130);
      expect(printed).toMatch(/Stopped\. Nothing is left behind\.\n$/);
    },
  );

  it('moves a bar while the Droplet is made, with what the server says of its progress', async () => {
    let asked = 0;
    const { keyboard } = person(() => {
      asked += 1;
      return asked === 3 ? '' : 's';
    });
    const [out, err] = [keepingStream(true, 80), keepingStream(true, 80)];
    const terminal = createTerminal({
      out: () => out.stream,
      err: () => err.stream,
      secrets: [],
      environment: plain,
    });
    const settings = readSettings(valuesOf({}, {}), {}, box.names);
    const clock = createManualClock();
    let isOver = false;
    const playing = playDemo({ settings, box, terminal, keyboard }, clock).finally(() => {
      isOver = true;
    });
    while (!isOver) await clock.advance(50);
    expect(await playing).toBe(0);
    const bars = [...err.text().matchAll(/\[(#*)\.*\] \d+ s/g)].map(([, full = '']) => full.length);
    expect(bars.length).toBeGreaterThan(10);
    expect(bars).toEqual(bars.toSorted((a, b) => a - b));
    expect(out.text()).toMatch(/server +The Droplet is not finished after \d+ seconds/);
    expect(out.text()).toContain('demo-01 is active');
  });

  it('with --plain asks nobody and paints nothing', async () => {
    const { keyboard, asked } = person(() => 'q');
    const { code, printed } = await runAtTerminal(['demo', '--plain'], 80, {}, keyboard);
    expect(code).toBe(0);
    expect(asked).toEqual([]);
    expect(printed).not.toContain('\u001b');
  });

  it('paints its titles where there are colours', async () => {
    const { keyboard } = person(() => 'q');
    const { printed } = await runAtTerminal(['demo'], 80, {}, keyboard);
    expect(printed).toContain('\u001b[1m1 of 6');
  });
});
