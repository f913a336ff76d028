// Preloaded into the server under attack: tells over IPC how long its event loop was held and how much memory it has.
const { performance } = require('node:perf_hooks');

const everyMilliseconds = 5;
let began = performance.now();
let spent = process.cpuUsage();
let longest = 0;

// A turn of the loop is as long as the processor was busy with it: on a machine that others use, the clock says more.
const look = () => {
  const now = performance.now();
  const { user, system } = process.cpuUsage(spent);
  longest = Math.max(longest, Math.min(now - began, (user + system) / 1_000));
  began = now;
  spent = process.cpuUsage();
};
setInterval(look, everyMilliseconds).unref();

process.on('message', () => {
  look();
  process.send?.({ longest, rss: process.memoryUsage().rss / 2 ** 20 });
  longest = 0;
});
// Being watched must not keep the server alive.
process.channel?.unref();
