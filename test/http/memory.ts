// Memory that is really in use: after collecting what is not.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const collect = (): (() => void) => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
};

/** Live heap of this process, in MB. */
export const liveMegabytes = async (): Promise<number> => {
  const gc = collect();
  for (let turn = 0; turn < 3; turn++) {
    gc();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return process.memoryUsage().heapUsed / 1_048_576;
};
