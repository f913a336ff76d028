// Whether this Node.js is too old for the project: asked before any other file of it is read.
// biome-ignore lint/style/useNodejsImportProtocol: early releases of Node.js 14 do not know it
import { readFileSync } from 'fs';
import { nodeComplaint } from './node-version.mjs';

/**
 * Says so on stderr when it is.
 *
 * @returns {boolean}
 */
export const isNodeTooOld = () => {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const complaint = nodeComplaint(process.versions.node, JSON.parse(manifest).engines.node);
  if (complaint === undefined) return false;
  console.error(complaint);
  process.exitCode = 2;
  return true;
};
