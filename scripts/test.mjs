// npm test: sets up what is missing, then runs every test, or those named after `npm test --`.
import { isNodeTooOld } from './set-up/old-node.mjs';

// Without await at the top of a file, which early releases of Node.js 14 do not know.
if (!isNodeTooOld()) import('./set-up/test.mjs').then(({ test }) => test(process.argv.slice(2)));
