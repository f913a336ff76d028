// Writes docs/troubleshooting.md from the table of what `do-mcp doctor` can find: npm run troubleshooting-page
import { writeFileSync } from 'node:fs';
import { checks } from '../src/doctor/checks.ts';
import { troubleshootingText } from './troubleshooting/text.ts';

writeFileSync(new URL('../docs/troubleshooting.md', import.meta.url), troubleshootingText(checks));
