// Says in a sentence that Node.js is too old, instead of failing on syntax it does not know.

/**
 * @param {string} running Version in use, such as `20.19.0`.
 * @param {string} range What package.json asks for, such as `>=20.19`.
 * @returns {string | undefined} What to tell the person, or undefined when the version will do.
 */
export const nodeComplaint = (running, range) => {
  const [major = 0, minor = 0] = running.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = range.replace('>=', '').split('.').map(Number);
  const enough = major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
  if (enough) return undefined;
  return `Node.js ${wantedMajor}.${wantedMinor} or newer is needed, this is ${running}. Install a current one from nodejs.org and run the command again.`;
};
