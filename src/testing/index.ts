// The package's door for tests: `digitalocean-scoped-mcp/testing`.
export type { Fault } from '../simulation/faults/faults.ts';
export type { ServedSimulation } from '../simulation/serve.ts';
export type { Simulation, SimulationOptions } from '../simulation/simulation.ts';
export { createSimulation } from '../simulation/simulation.ts';
export { type HandlerOptions, simulationHandlers } from './handlers.ts';
export { type StartOptions, startSimulation } from './start-simulation.ts';
