// The program itself, as a process of its own for tests with several.
import { main } from '../../src/main.ts';

const code = await main(process.argv.slice(2), process.env);
if (code !== undefined) process.exit(code);
