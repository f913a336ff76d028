// What a result looks like: coloured for a person who wants that, plain for everybody else.
import { describe, expect, it } from 'vitest';
import { createTerminal, hushed } from '../../src/terminal/terminal.ts';
import { keepingStream } from '../commands/run-program.ts';

const opened = (isTTY: boolean, environment: Readonly<Record<string, string>> = {}) => {
  const out = keepingStream(isTTY);
  const err = keepingStream(isTTY);
  const terminal = createTerminal({
    out: () => out.stream,
    err: () => err.stream,
    secrets: ['hush-hush-nobody-knows'],
    environment,
  });
  return { terminal, out, err };
};

const bold = '\u001b[1m';

describe('a result', () => {
  it('has colours on a terminal', () => {
    const { terminal, out } = opened(true);
    terminal.print('one', (line, paint) => paint.bold(line));
    expect(out.text()).toContain(`${bold}one`);
  });

  it.each([
    ['in a pipe', false, {}],
    ['where NO_COLOR says so', true, { NO_COLOR: '1' }],
    ['on a terminal that knows none', true, { TERM: 'dumb' }],
  ] as const)('has none %s', (_, isTTY, environment) => {
    const { terminal, out } = opened(isTTY, environment);
    terminal.print('one', (line, paint) => paint.bold(line));
    expect(out.text()).toBe('one\n');
  });

  it('has no colours of somebody else, and no secret, when it is given ours', () => {
    const { terminal, out } = opened(true);
    terminal.print('\u001b[31mhush-\u001b[2Jhush-nobody-knows\u001b[0m', (line, paint) =>
      paint.bold(line),
    );
    expect(out.text()).toBe(`${bold}[token]\u001b[22m\n`);
  });
});

describe('with --quiet', () => {
  it('results, faults and what is secret are told, and nothing else', () => {
    const { terminal, out, err } = opened(true);
    const quiet = hushed(terminal);
    quiet.say('by the way');
    quiet.complain('that is wrong');
    quiet.reveal('the key');
    quiet.print('the result');
    expect(err.text()).toBe('that is wrong\nthe key\n');
    expect(out.text()).toBe('the result\n');
  });
});
