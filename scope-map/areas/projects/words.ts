// What the arguments of projects mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  environment: 'What the project is for.',
  project_id: 'Project id, or "default".',
  purpose: 'What it is for, such as "Web Application".',
};
