// Kills a serving process at random points of a thousand changes: npx tsx bench/kill.ts [lives] [seed]. Build first.
import { killDuringChanges } from '../test/record/kill.ts';

const changesEach = 10;
const [lives = '100', seed = '1'] = process.argv.slice(2);

const began = performance.now();
const { sent, reached, recorded, verdict } = await killDuringChanges({
  lives: Number(lives),
  changesEach,
  seed: Number(seed),
});
console.log(
  [
    `changes sent to ${lives} processes, each killed: ${sent}`,
    `reached the simulation: ${reached}`,
    `of these on record before: ${recorded}`,
    `open when the process was killed: ${verdict.open.length}`,
    `files: ${verdict.files}, lines: ${verdict.lines}, notes: ${verdict.notes.length}`,
    `the record is ${verdict.sound ? 'whole' : `not whole: ${JSON.stringify(verdict.findings)}`}`,
    `took ${((performance.now() - began) / 1_000).toFixed(0)} s`,
  ].join('\n'),
);
process.exitCode = verdict.sound && recorded === reached ? 0 : 1;
