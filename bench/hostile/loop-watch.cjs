// Preloaded into the server under attack: tells over IPC how long its event loop was held and how much memory it has.
const { monitorEventLoopDelay } = require('node:perf_hooks');

const resolution = 5;
const delay = monitorEventLoopDelay({ resolution });
delay.enable();
process.on('message', () => {
  process.send?.({
    longest: Math.max(0, delay.max / 1e6 - resolution),
    rss: process.memoryUsage().rss / 2 ** 20,
  });
  delay.reset();
});
// Being watched must not keep the server alive.
process.channel?.unref();
