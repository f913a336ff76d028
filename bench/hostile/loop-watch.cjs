// Preloaded into the server under attack: tells over IPC how long its event loop was held and how much memory it has.
const { monitorEventLoopDelay, performance } = require('node:perf_hooks');

const resolution = 5;
/** By the clock: what the machine gave to others meanwhile counts, too. */
const delay = monitorEventLoopDelay({ resolution });
delay.enable();

let spent = process.cpuUsage();
let began = performance.now();
let worked = 0;

// By the processor: what all threads of the server, those that collect garbage too, spent on one turn.
const look = () => {
  const { user, system } = process.cpuUsage(spent);
  const now = performance.now();
  worked = Math.max(worked, Math.min(now - began, (user + system) / 1_000));
  spent = process.cpuUsage();
  began = now;
};
setInterval(look, resolution).unref();

process.on('message', () => {
  look();
  // The timer that watches comes every so many milliseconds by itself.
  const held = Math.max(0, delay.max / 1e6 - resolution);
  process.send?.({ held, worked, rss: process.memoryUsage().rss / 2 ** 20 });
  delay.reset();
  worked = 0;
});
// Being watched must not keep the server alive.
process.channel?.unref();
