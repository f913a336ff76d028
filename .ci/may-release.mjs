// Whether this tag of this repository may be released: its version is the package's, and the package names the repository.
import { readFileSync } from 'node:fs';

const [tag = '', repository = ''] = process.argv.slice(2);

const {
  version,
  mcpName,
  repository: named,
} = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const [owner = ''] = repository.split('/');

const complaints = [
  tag === `v${version}`
    ? []
    : `The tag is ${tag}, and package.json has version ${version}: the tag has to be v${version}.`,
  named.url === `git+https://github.com/${repository}.git`
    ? []
    : `This is ${repository}, and package.json names ${named.url}: npm takes provenance only where both are the same.`,
  mcpName.startsWith(`io.github.${owner}/`)
    ? []
    : `mcpName in package.json is ${mcpName}: the registry lets ${owner} publish names that begin with io.github.${owner}/ alone.`,
].flat();

for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) {
  console.error('Correct package.json, run npm run packages, commit, and tag anew.');
  process.exitCode = 1;
}
