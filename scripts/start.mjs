// npm start: sets up what is missing, then serves Streamable HTTP, on the simulation when there is no token.
import { isNodeTooOld } from './set-up/old-node.mjs';

// Without await at the top of a file, which early releases of Node.js 14 do not know.
if (!isNodeTooOld()) import('./set-up/start.mjs').then(({ start }) => start(process.argv.slice(2)));
