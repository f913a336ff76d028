// Converts our whole list of tools with the converters of others; ends with 1 when a tool is lost on the way.
import { connect, listTools } from '../listed-tools.ts';
import { converters, isStrict } from './libraries.ts';
import { notStrict } from './not-strict.ts';
import { brokenForBedrock, brokenForGemini, longestName, mostToolsOfVsCode } from './rules.ts';

const listed = async (words: readonly string[]) => {
  const client = await connect(words);
  const tools = await listTools(client);
  await client.close();
  return tools;
};
const usual = await listed([]);
// Everything by its own name, and the finders: every preset's list is a part of this.
const everything = await listed(['--mode', 'tools', '--areas', 'all', '--allow-secrets']);
const names = new Set(everything.map(({ name }) => name));
const tools = [...everything, ...usual.filter(({ name }) => !names.has(name))];

let failed = 0;
const tell = (name: string, wrong: readonly string[]): void => {
  if (wrong.length > 0) failed += 1;
  console.log(`${wrong.length === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  for (const line of wrong.slice(0, 20)) console.log(`         ${line}`);
};

for (const [name, convert] of Object.entries(converters)) {
  const whole = await convert(tools).catch((error: unknown) => String(error));
  const wrong: string[] = [];
  if (whole !== tools.length) {
    wrong.push(`of ${tools.length} tools: ${whole}`);
    for (const tool of tools) {
      const alone = await convert([tool]).catch((error: unknown) => String(error));
      if (alone !== 1) wrong.push(`${tool.name}: ${alone}`);
    }
  }
  tell(`${name} converts ${tools.length} tools`, wrong);
}
tell("Bedrock's rules for tools", tools.flatMap(brokenForBedrock));
tell("Gemini's subset of schemas", tools.flatMap(brokenForGemini));
tell(
  `names of at most ${longestName} characters`,
  tools.flatMap(({ name }) => (name.length > longestName ? [name] : [])),
);
tell(
  `VS Code takes ${mostToolsOfVsCode} tools, ours by default are ${usual.length}`,
  usual.length > mostToolsOfVsCode ? ['too many'] : [],
);

const loose = tools.filter((tool) => !isStrict(tool)).map(({ name }) => name);
tell(
  `OpenAI's strict mode takes ${tools.length - loose.length} tools; the others have a written reason`,
  [
    ...loose
      .filter((name) => !(name in notStrict))
      .map((name) => `${name}: not strict, and no reason is written`),
    ...Object.keys(notStrict)
      .filter((name) => !loose.includes(name))
      .map((name) => `${name}: strict now, so take it out of the list`),
  ],
);
for (const name of loose) console.log(`         ${name}: ${notStrict[name] ?? '?'}`);
console.log(`${failed === 0 ? 'All converters take the whole list.' : `${failed} checks failed.`}`);
process.exitCode = failed === 0 ? 0 : 1;
