// How people ask for security scans.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  security_list_scans: {
    asked: [
      'when was the account last checked for risks',
      'history of our security checks',
      'did last week’s audit run through',
    ],
  },
  security_get_latest_scan: {
    asked: [
      'what is insecure in my account',
      'which critical vulnerabilities do we have',
      'show me risky settings and how to fix them',
      'security report please',
    ],
    common: 2,
  },
  security_get_scan: {
    asked: ['what did that security check find', 'is the audit i started done yet'],
  },
  security_create_scan: {
    asked: [
      'check my account for security holes',
      'run a security audit now',
      'look for misconfigured servers and firewalls',
    ],
    common: 2,
  },
  security_list_scan_finding_affected_resources: {
    asked: [
      'which servers does this risk concern',
      'what exactly is exposed according to the audit',
      'machines behind one vulnerability finding',
    ],
  },
  security_list_settings: {
    asked: [
      'what do the security checks look at',
      'which warnings of the audit are hidden',
      'which machines are covered by posture management',
    ],
  },
  security_update_settings_plan: {
    asked: [
      'include the production servers in security checks',
      'let the audit cover everything tagged prod',
      'move machines to another security plan',
    ],
  },
  security_create_suppression: {
    asked: [
      'ignore this security warning for the test box',
      'hide a finding that we accept',
      'that risk is fine for one server, stop reporting it',
    ],
  },
  security_delete_suppression: {
    asked: ['stop ignoring a security warning', 'show a hidden finding again'],
  },
  security_create_scan_rule: {
    asked: [
      'never scan this server for risks again',
      'mark the audit result as a false positive',
      'keep a machine out of security checks',
    ],
    common: 0,
  },
};
