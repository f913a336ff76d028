// Options about asking a person, and about the record of what was done.
import type { Option } from './option.ts';

/** Options of the groups `asking` and `record`. */
export const askingOptions = {
  confirm: {
    flag: 'confirm',
    variable: 'DO_MCP_CONFIRM',
    kind: 'text',
    group: 'asking',
    value: 'ask|destroy|never',
    says: 'When a person is asked: before something is destroyed, disclosed or billed; destroy: not for billing; never (default ask; never on the simulation).',
  },
  confirmAbove: {
    flag: 'confirm-above',
    variable: 'DO_MCP_CONFIRM_ABOVE',
    kind: 'text',
    group: 'asking',
    value: '<dollars>',
    says: 'Dollars a month from which billing asks (default 5); what has no known price asks, too.',
  },
  consentDoors: {
    flag: 'consent-doors',
    variable: 'DO_MCP_CONSENT_DOORS',
    kind: 'list',
    group: 'asking',
    value: 'client,terminal,console',
    says: 'Where a person may answer (default all): leave client out if yours answers by itself.',
  },
  approvalWebhook: {
    flag: 'approval-webhook',
    variable: 'DO_MCP_APPROVAL_WEBHOOK',
    kind: 'text',
    group: 'asking',
    value: '<url>',
    says: 'Will be told when something waits for an answer; nothing waits yet.',
  },
  secretsDir: {
    flag: 'secrets-dir',
    variable: 'DO_MCP_SECRETS_DIR',
    kind: 'text',
    group: 'asking',
    value: '<folder>',
    says: 'Where credentials are written for you, mode 0600, instead of being told to the model; on your own machine only.',
  },
  audit: {
    flag: 'audit',
    variable: 'DO_MCP_AUDIT',
    kind: 'text',
    group: 'record',
    value: '<file>|off',
    says: 'Where calls are recorded, or off (default: in the state folder; off on the simulation).',
  },
  auditRequired: {
    flag: 'audit-required',
    variable: 'DO_MCP_AUDIT_REQUIRED',
    kind: 'text',
    group: 'record',
    value: 'changes|all|off',
    says: 'What is not done unless it can be recorded (default changes).',
  },
  stateDir: {
    flag: 'state-dir',
    variable: 'DO_MCP_STATE_DIR',
    kind: 'text',
    group: 'record',
    value: '<folder>',
    says: "Where record, approvals and keys are kept (default: the platform's folder for state).",
  },
  stateKey: {
    variable: 'DO_MCP_STATE_KEY',
    kind: 'text',
    group: 'record',
    value: '<key>',
    says: 'The key that seals consent and record, the same for all replicas; default: one is made once in the state folder.',
  },
} as const satisfies Record<string, Option>;
