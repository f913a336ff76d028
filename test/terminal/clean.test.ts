// What a terminal would obey is taken out; what people write stays.
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from '../../src/terminal/clean.ts';
import { createTerminal } from '../../src/terminal/terminal.ts';
import { shown } from '../../src/terminal/veil.ts';
import { keepingStream, runProgram } from '../commands/run-program.ts';

describe('a cleaned text', () => {
  it.each([
    ['a\u001b[31mred\u001b[0m', 'ared'],
    ['\u001b[2J\u001b[Hgone', 'gone'],
    ['\u009b31mred', 'red'],
    ['\u001b]0;title\u0007text', 'text'],
    ['\u001b]8;;http://evil.example\u001b\\link', 'link'],
    ['\u009d0;title\u009ctext', 'text'],
    ['over\rwritten', 'overwritten'],
    ['back\b\b\b\bspace', 'backspace'],
    ['bell\u0007', 'bell'],
    ['nul\u0000', 'nul'],
    ['delete\u007f', 'delete'],
    ['turned \u202egnp.exe\u202c', 'turned ⟦U+202E⟧gnp.exe⟦U+202C⟧'],
    ['same\u200bname ⟦U+200B⟧', 'same⟦U+200B⟧name ⟦U+200B⟧'],
    ['windows\r\nline', 'windows\nline'],
    ['kept\n\tas it is', 'kept\n\tas it is'],
    ['[brackets] and ]these[ at\nstart\n[1] m', '[brackets] and ]these[ at\nstart\n[1] m'],
    ['grüße 👩‍👩‍👧 日本 naïve', 'grüße 👩‍👩‍👧 日本 naïve'],
  ])('%j is %j', (text, cleaned) => {
    expect(cleanText(text)).toBe(cleaned);
  });

  it('on one line begins no other', () => {
    expect(cleanLine('web\nYour key is: x\r\n\ttab')).toBe('web Your key is: x tab');
  });
});

describe('the terminal', () => {
  it('hides known secrets and what looks like one, in results and in sentences, but not what it is there to hand over', () => {
    const out = keepingStream();
    const terminal = createTerminal({
      out: () => out.stream,
      err: () => out.stream,
      secrets: ['hunter2-hunter2'],
    });
    const secrets = `hunter2-hunter2 dop_v1_${'a1'.repeat(32)} redis://me:pass1234@host`;
    terminal.print(secrets);
    terminal.say(secrets);
    terminal.complain(secrets);
    expect(out.text()).not.toMatch(/hunter2|a1a1|pass1234/);
    terminal.hand('domcp_key1234567890');
    expect(out.text()).toContain('domcp_key1234567890');
  });

  it('changes nothing in what the commands print', async () => {
    for (const argv of [['help'], ['help', 'http'], ['scopes'], ['tools', '--sandbox', '--all']]) {
      const { printed } = await runProgram(argv);
      expect(printed).not.toContain('[token]');
      expect(printed.length).toBeGreaterThan(1_000);
    }
  });
});

describe('a wrong value that is repeated', () => {
  it.each([
    ['droplet', 'droplet'],
    ['/etc/do-mcp/agents.json', '/etc/do-mcp/agents.json'],
    ['kubernetes_create_cluster_association', 'kubernetes_create_cluster_association'],
    ['mcp.example.com:8080', 'mcp.example.com:8080'],
    ['s-1vcpu-1gb', 's-1vcpu-1gb'],
  ])('stays as it is when it is ordinary: %s', (value, same) => {
    expect(shown(value)).toBe(same);
  });

  it('is bounded, on one line, and cut between characters', () => {
    expect(shown('x '.repeat(100_000)).length).toBeLessThan(110);
    expect(shown(`${'y'.repeat(98)}👩‍👩‍👧`)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
    expect(shown('a\nb')).toBe('a b');
  });
});
