// npm run picture: draws docs/demo.svg, the part of do-mcp demo in which a person is asked, as the built program tells it.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { partOf } from './picture/part-of.ts';
import { terminalSvg } from './picture/terminal-svg.ts';

const launcher = fileURLToPath(new URL('../dist/do-mcp.cjs', import.meta.url));
const told = execFileSync(process.execPath, [launcher, 'demo', '--plain'], {
  encoding: 'utf8',
  env: { ...process.env, COLUMNS: '80', NO_COLOR: '1' },
});
const lines = partOf(told, 'A call that destroys, and waits for you');

writeFileSync(
  new URL('../docs/demo.svg', import.meta.url),
  terminalSvg(lines, `do-mcp demo: ${lines.join(' ')}`),
);
