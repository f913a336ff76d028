// Reads how many tests passed and failed from vitest's report; a run that broke without a failed test counts as one.
import { readFileSync } from 'node:fs';

const [file = '', code = '1'] = process.argv.slice(2);

const totals = () => {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
    const broken = code !== '0' && numFailedTests === 0;
    return [numPassedTests, numFailedTests + (broken ? 1 : 0)];
  } catch {
    return [0, 1];
  }
};

console.log(totals().join(' '));
