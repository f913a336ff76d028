// What npm start and npm test do first: the right Node.js, the dependencies, a fresh build.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { nodeComplaint } from './node-version.mjs';

/**
 * Sets up what is missing and says nothing when nothing is.
 *
 * @param {string} root The project's folder.
 * @returns {Promise<number>} 0 when everything is in place, otherwise the exit code to end with.
 */
export const setUp = async (root) => {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const complaint = nodeComplaint(process.versions.node, engines.node);
  if (complaint !== undefined) {
    console.error(complaint);
    return 1;
  }
  const installed = await install(root);
  return installed === 0 ? build(root) : installed;
};
