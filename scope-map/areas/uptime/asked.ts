// How people ask for uptime checks and their alerts.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  uptime_list_checks: {
    asked: [
      'which of my sites are being watched',
      'what health checks from outside do we have',
      'show all pings you run against my websites',
    ],
  },
  uptime_get_check: {
    asked: [
      'what url does this uptime check hit',
      'from which regions is the landing page being probed',
      'details of one website monitor',
    ],
  },
  uptime_get_checkState: {
    asked: [
      'is my website up right now',
      'was the shop down last night',
      'how many percent was the site reachable this month',
      'when did the last outage start and how long did it take',
    ],
    common: 2,
  },
  uptime_create_check: {
    asked: [
      'watch my homepage from outside',
      'ping this server from europe and asia',
      'monitor https://example.com for downtime',
      'start checking whether our api can be reached',
    ],
    common: 2,
  },
  uptime_update_check: {
    asked: [
      'pause the website monitor during the move',
      'check a different url instead',
      'probe the site from more regions',
    ],
  },
  uptime_delete_check: {
    asked: [
      'stop watching the old website',
      'remove the monitor for the blog for good',
      'get rid of an uptime check i pay for',
    ],
  },
  uptime_list_alerts: {
    asked: [
      'who gets told when the site goes down',
      'which notifications hang on this uptime check',
      'are there any warnings set for the homepage monitor',
    ],
  },
  uptime_get_alert: {
    asked: [
      'when does this downtime warning fire',
      'which addresses does that uptime alert mail to',
    ],
  },
  uptime_create_alert: {
    asked: [
      'mail me when the site is down',
      'ping our slack channel if the homepage is slow',
      'warn us before the ssl certificate expires',
      'tell me when the website takes longer than half a second',
    ],
    common: 2,
  },
  uptime_update_alert: {
    asked: [
      'send downtime mails to someone else',
      'raise the latency limit of the website warning',
      'let the uptime alert wait five minutes before it fires',
    ],
  },
  uptime_delete_alert: {
    asked: [
      'stop mailing me about downtime',
      'remove the slack warning of the website monitor',
      'silence an uptime alert for good',
    ],
  },
};
