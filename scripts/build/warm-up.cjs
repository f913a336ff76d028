// Makes the code cache: serves the client on the other side until it hangs up, then keeps what was compiled.
// Arguments: the launcher's path, then a command line for do-mcp.
'use strict';
const [, , launcher, ...args] = process.argv;
const { load, writeCodeCache } = require(launcher);
const { main, script } = load();
process.on('exit', (code) => {
  if (code === 0 && !writeCodeCache(script)) process.exitCode = 1;
});
main(args, process.env);
