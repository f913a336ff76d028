// Says in a sentence that Node.js is too old, instead of failing on what it does not know.
// Read by every Node.js since 6, so nothing newer stands here; the launcher has a copy of the function in it.

/**
 * @param {string} running Version in use, such as `20.19.0`.
 * @param {string} range What package.json asks for, such as `>=20.19`.
 * @returns {string | undefined} What to tell the person, or undefined when the version will do.
 */
export function nodeComplaint(running, range) {
  const is = running.split('.').map(Number);
  const wanted = range.replace('>=', '').split('.').map(Number);
  const ahead = Number(is[0]) - Number(wanted[0]) || Number(is[1]) - Number(wanted[1]);
  if (ahead >= 0) return undefined;
  return `Node.js ${wanted.join('.')} or newer is needed, this is ${running} (${process.execPath}). Install a current one from nodejs.org, or name a newer one where this program is started.`;
}
