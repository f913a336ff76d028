// What an area of the simulation is: its operations, and how it takes its place in a new account.
import type { OpenDoor } from '../exchange/control.ts';
import type { Route } from '../exchange/router.ts';
import type { World } from '../world/world.ts';

/** An area. It imports no other: it says what it has when it joins, and hears what happens elsewhere. */
export interface SimulatedArea {
  readonly routes: readonly Route[];
  /** Called once for every new account, before anything is in it. */
  readonly join?: (world: World) => void;
  /** What it answers outside DigitalOcean's API, without a token. */
  readonly door?: OpenDoor;
}
