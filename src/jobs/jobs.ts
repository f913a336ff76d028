// The list of jobs.
import { costReview } from './cost-review.ts';
import type { Job } from './job.ts';
import { leastPrivilege } from './least-privilege.ts';
import { newServer } from './new-server.ts';
import { openToInternet } from './open-to-internet.ts';
import { safeResize } from './safe-resize.ts';
import { takeDownProject } from './take-down-project.ts';

/** Every job, the reviews first. */
export const jobs: readonly Job[] = [
  costReview,
  openToInternet,
  leastPrivilege,
  newServer,
  safeResize,
  takeDownProject,
];
