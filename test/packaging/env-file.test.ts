// .env: what is read, and that a line which cannot be meant stops the start instead of taking its neighbour along.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadEnvFile, parseEnvFile } from '../../scripts/set-up/env-file.mjs';

const folder = mkdtempSync(join(tmpdir(), 'do-mcp-env-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a file of settings', () => {
  it('may hold comments, blank lines, quotes, exports and the line ends of Windows', () => {
    const text = [
      '\uFEFF# settings',
      '',
      'PLAIN=one two # a remark',
      'HASH=a#b',
      'EMPTY=',
      '  SPACED = x ',
      'export EXPORTED=yes',
      `SINGLE='a # b'`,
      'DOUBLE="first\\nsecond"',
      'LONG="first',
      'DO_MCP_READ_ONLY=inside',
      'last" # and a remark',
    ].join('\r\n');
    expect(Object.fromEntries(parseEnvFile(text))).toEqual({
      PLAIN: 'one two',
      HASH: 'a#b',
      EMPTY: '',
      SPACED: 'x',
      EXPORTED: 'yes',
      SINGLE: 'a # b',
      DOUBLE: 'first\nsecond',
      LONG: 'first\nDO_MCP_READ_ONLY=inside\nlast',
    });
  });

  it.each([
    ['my settings\nDO_MCP_READ_ONLY=1', /line 1 is neither/],
    ['A=1\n\nDO_MCP_READ_ONLY 1\nB=2', /line 3 is neither/],
    ['DO_MCP_READ_ONLY: 1', /line 1 is neither/],
    ['=1', /line 1 is neither/],
    ['DO-MCP-READ-ONLY=1', /line 1 is neither/],
    ['A="open\nDO_MCP_READ_ONLY=1', /line 1: the quotes are never closed/],
    ['A="closed" DO_MCP_READ_ONLY=1', /line 1: something stands behind/],
    ['A=1\nA=2', /line 2: A stands there a second time/],
  ])('%j is refused by its line, and nothing of it is repeated', (text, reason) => {
    expect(() => parseEnvFile(text)).toThrow(reason);
    expect(() => parseEnvFile(text.replaceAll('1', 'dop_v1_5ec7e7'))).not.toThrow('5ec7e7');
  });

  it('leaves what the environment says already, and need not be there', () => {
    const file = join(folder, 'settings');
    writeFileSync(file, 'A=file\nB=file\n');
    const environment: Record<string, string | undefined> = { A: 'environment' };
    loadEnvFile(file, environment);
    loadEnvFile(join(folder, 'absent'), environment);
    expect(environment).toEqual({ A: 'environment', B: 'file' });
  });

  it('is read as UTF-16 when it says so', () => {
    const file = join(folder, 'utf16');
    writeFileSync(file, Buffer.from('\uFEFFDO_MCP_READ_ONLY=1\r\n', 'utf16le'));
    const environment = {};
    loadEnvFile(file, environment);
    expect(environment).toEqual({ DO_MCP_READ_ONLY: '1' });
  });

  it('is a file, and no folder', () => {
    mkdirSync(join(folder, 'folder'));
    expect(() => loadEnvFile(join(folder, 'folder'), {})).toThrow(/^\.env is a folder\./);
  });
});
