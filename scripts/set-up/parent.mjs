// Ends with the program that started us: npm passes SIGTERM to its shell, and the shell keeps it to itself.

/** How often the parent is looked for, in milliseconds; nothing tells a process that its parent has gone. */
const interval = 500;

/**
 * Sends ourselves SIGTERM once the parent has gone. Only under npm: whoever starts us directly can signal us
 * directly. Windows keeps the number of a parent that is gone, and has no SIGTERM.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 */
export const endWithParent = (env) => {
  if (env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, interval);
  watch.unref();
};
