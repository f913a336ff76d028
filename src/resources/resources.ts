// The list of resources.
import { account } from './account.ts';
import { catalogue } from './catalogue.ts';
import { quota } from './quota.ts';
import type { Resource, ResourceKind } from './resource.ts';
import { schemas } from './schemas.ts';

/** Resources at one address each. */
export const resources: readonly Resource[] = [account, catalogue, quota];

/** Kinds of resources. */
export const resourceKinds: readonly ResourceKind[] = [schemas];
