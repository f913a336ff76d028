// How far a deployment has come, as DigitalOcean counts it.
import type { Deployment } from './app.ts';
import { builtComponents } from './spec.ts';

type StepStatus = 'PENDING' | 'RUNNING' | 'ERROR' | 'SUCCESS';

/** Which of the two halves of a deployment stands where, by phase. */
const halves = ({ phase, history }: Deployment): { build: StepStatus; deploy: StepStatus } => {
  const reached = history.some((it) => it.phase === 'DEPLOYING');
  switch (phase) {
    case 'PENDING_BUILD':
      return { build: 'PENDING', deploy: 'PENDING' };
    case 'BUILDING':
      return { build: 'RUNNING', deploy: 'PENDING' };
    case 'PENDING_DEPLOY':
      return { build: 'SUCCESS', deploy: 'PENDING' };
    case 'DEPLOYING':
      return { build: 'SUCCESS', deploy: 'RUNNING' };
    case 'ERROR':
    case 'CANCELED':
      return reached
        ? { build: 'SUCCESS', deploy: 'ERROR' }
        : { build: 'ERROR', deploy: 'PENDING' };
    case 'ACTIVE':
      return { build: 'SUCCESS', deploy: 'SUCCESS' };
    case 'SUPERSEDED':
      return history.some((it) => it.phase === 'ACTIVE')
        ? { build: 'SUCCESS', deploy: 'SUCCESS' }
        : { build: 'SUCCESS', deploy: 'ERROR' };
  }
};

const stepsOf = (deployment: Deployment) => {
  const state = halves(deployment);
  const parts = builtComponents(deployment.spec).map(({ component }) => component.name);
  const half = (name: 'build' | 'deploy', message: string) => ({
    name,
    status: state[name],
    steps: [
      { name: 'initialize', status: state[name] },
      {
        name: 'components',
        status: state[name],
        steps: parts.map((part) => ({
          name: part,
          status: state[name],
          component_name: part,
          message_base: message,
        })),
      },
    ],
  });
  return { state, steps: [half('build', 'Building'), half('deploy', 'Deploying')] };
};

/** Steps a deployment counts: three to build, three to deploy. */
const perHalf = 3;

/** The steps of a deployment and how many of them stand where. */
export const progressView = (deployment: Deployment) => {
  const { state, steps } = stepsOf(deployment);
  const count = (status: StepStatus): number =>
    [state.build, state.deploy].filter((it) => it === status).length;
  const failed = deployment.phase === 'ERROR' ? 1 : 0;
  const running = count('RUNNING') > 0 ? 1 : 0;
  const success = count('SUCCESS') * perHalf;
  return {
    total_steps: 2 * perHalf,
    success_steps: success,
    running_steps: running,
    error_steps: failed,
    pending_steps: 2 * perHalf - success - running - failed,
    steps,
  };
};
