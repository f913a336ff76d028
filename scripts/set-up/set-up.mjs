// What npm start and npm test do first: the dependencies, a fresh build.
import { build } from './build.mjs';
import { install } from './install.mjs';

/**
 * Sets up what is missing and says nothing when nothing is.
 *
 * @param {string} root The project's folder.
 * @returns {Promise<number>} 0 when everything is in place, otherwise the exit code to end with.
 */
export const setUp = async (root) => {
  const installed = await install(root);
  return installed === 0 ? build(root) : installed;
};
