// The course of long work in every area of DigitalOcean's API: its life cycle, and replies up to each ending.
import { databases } from './databases.ts';
import { genai } from './genai.ts';
import { kubernetes } from './kubernetes.ts';
import { machines } from './machines.ts';
import { network } from './network.ts';
import { platforms } from './platforms.ts';
import type { Story } from './story.ts';

/** One story for each area that has work with an end (states: DigitalOcean's API description, resource by resource). */
export const stories: Readonly<Record<string, Story>> = {
  ...machines,
  ...kubernetes,
  ...databases,
  ...network,
  ...platforms,
  ...genai,
};
