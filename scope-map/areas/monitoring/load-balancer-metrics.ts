// What load balancers report: their own side, and the Droplets behind them.
import { entriesOf } from '../../entry/part.ts';
import facts from './facts.json' with { type: 'json' };
import { metric } from './metric.ts';

/** The side that faces clients. */
export const frontendMetrics = entriesOf(facts, {
  monitoring_get_lb_frontend_http_requests_per_second: metric(
    "Read a load balancer's requests",
    'Reads HTTP requests a second that reach a load balancer.',
    'monitoring_get_lb_http_requests_per_second',
  ),
  monitoring_get_lb_frontend_http_responses: metric(
    "Read a load balancer's response codes",
    'Reads the rate of answers to clients by HTTP status; compare with the Droplets to see who made the errors.',
  ),
  monitoring_get_lb_frontend_cpu_utilization: metric(
    "Read a load balancer's CPU usage",
    'Reads the average percentage of CPU of the nodes; high means that it needs more nodes.',
  ),
  monitoring_get_lb_frontend_connections_current: metric(
    "Read a load balancer's connections",
    'Reads the connections that clients hold open; set them against their limit.',
    'monitoring_get_lb_connections_current',
  ),
  monitoring_get_lb_frontend_connections_limit: metric(
    "Read a load balancer's connection limit",
    'Reads how many connections the nodes can hold at once; more nodes raise it.',
    'monitoring_get_lb_connections_limit',
  ),
  monitoring_get_lb_frontend_tls_connections_current: metric(
    "Read a load balancer's TLS handshakes",
    'Reads the rate of new TLS connections that are ended at the load balancer.',
    'monitoring_get_lb_tls_connections_current',
  ),
  monitoring_get_lb_frontend_tls_connections_limit: metric(
    "Read a load balancer's TLS limit",
    'Reads the highest rate of new TLS connections; more nodes raise it.',
    'monitoring_get_lb_tls_connections_limit',
  ),
  monitoring_get_lb_frontend_tls_connections_exceeding_rate_limit: metric(
    'Read TLS connections closed over the limit',
    'Reads TLS connections that were closed because too many came at once; any at all means lost visitors.',
    'monitoring_get_lb_tls_over_rate_limit',
  ),
  monitoring_get_lb_frontend_network_throughput_http: metric(
    "Read a load balancer's HTTP traffic",
    'Reads the traffic of HTTP and HTTPS rules in bytes a second; for the number of requests there is another metric.',
    'monitoring_get_lb_throughput_http',
  ),
  monitoring_get_lb_frontend_network_throughput_tcp: metric(
    "Read a load balancer's TCP traffic",
    'Reads the traffic of TCP rules in bytes a second; a network load balancer has a metric of its own.',
    'monitoring_get_lb_throughput_tcp',
  ),
  monitoring_get_lb_frontend_network_throughput_udp: metric(
    "Read a load balancer's UDP traffic",
    'Reads the traffic of UDP rules in bytes a second; a network load balancer has a metric of its own.',
    'monitoring_get_lb_throughput_udp',
  ),
  monitoring_get_lb_frontend_nlb_tcp_network_throughput: metric(
    "Read a network load balancer's TCP traffic",
    'Reads the TCP traffic of a network load balancer (type REGIONAL_NETWORK) in bytes a second.',
    'monitoring_get_lb_nlb_throughput_tcp',
  ),
  monitoring_get_lb_frontend_nlb_udp_network_throughput: metric(
    "Read a network load balancer's UDP traffic",
    'Reads the UDP traffic of a network load balancer (type REGIONAL_NETWORK) in bytes a second.',
    'monitoring_get_lb_nlb_throughput_udp',
  ),
  monitoring_get_lb_frontend_firewall_dropped_bytes: metric(
    'Read bytes a load balancer refused',
    "Reads bytes that a network load balancer's firewall threw away; other types report none.",
    'monitoring_get_lb_firewall_dropped_bytes',
  ),
  monitoring_get_lb_frontend_firewall_dropped_packets: metric(
    'Read packets a load balancer refused',
    "Reads packets a second that a network load balancer's firewall threw away; other types report none.",
    'monitoring_get_lb_firewall_dropped_packets',
  ),
});

/** The side that faces Droplets. */
export const backendMetrics = entriesOf(facts, {
  monitoring_get_lb_droplets_health_checks: metric(
    'Read health checks behind a load balancer',
    'Reads which Droplets passed the health check; whoever fails gets no traffic.',
  ),
  monitoring_get_lb_droplets_downtime: metric(
    'Read downtime behind a load balancer',
    'Reads when each Droplet was out of service in the eyes of the load balancer.',
  ),
  monitoring_get_lb_droplets_http_responses: metric(
    'Read response codes of Droplets',
    'Reads the rate of answers that Droplets gave to the load balancer by HTTP status: errors of the program itself.',
  ),
  monitoring_get_lb_droplets_connections: metric(
    'Read connections to Droplets',
    'Reads the connections that the load balancer holds open to its Droplets.',
  ),
  monitoring_get_lb_droplets_queue_size: metric(
    'Read requests waiting for Droplets',
    'Reads how many requests wait for a Droplet to be free; growth means too few or too slow Droplets.',
  ),
  monitoring_get_lb_droplets_http_response_time_avg: metric(
    'Read average response time of Droplets',
    'Reads how many seconds Droplets take to answer on average; percentiles show what slow visitors feel.',
    'monitoring_get_lb_response_time_avg',
  ),
  monitoring_get_lb_droplets_http_response_time_50p: metric(
    'Read median response time of Droplets',
    'Reads the seconds within which half of the answers come: the usual visitor.',
    'monitoring_get_lb_response_time_50p',
  ),
  monitoring_get_lb_droplets_http_response_time_95p: metric(
    'Read slow response times of Droplets (95 %)',
    'Reads the seconds within which 95 of 100 answers come: the measure for slowness.',
    'monitoring_get_lb_response_time_95p',
  ),
  monitoring_get_lb_droplets_http_response_time_99p: metric(
    'Read slowest response times of Droplets (99 %)',
    'Reads the seconds within which 99 of 100 answers come: the worst that visitors meet.',
    'monitoring_get_lb_response_time_99p',
  ),
  monitoring_get_lb_droplets_http_session_duration_avg: metric(
    'Read average session length',
    'Reads how many seconds HTTP sessions with Droplets last on average; the wait for an answer is the response time.',
    'monitoring_get_lb_session_duration_avg',
  ),
  monitoring_get_lb_droplets_http_session_duration_50p: metric(
    'Read median session length',
    'Reads the seconds within which half of the HTTP sessions with Droplets end.',
    'monitoring_get_lb_session_duration_50p',
  ),
  monitoring_get_lb_droplets_http_session_duration_95p: metric(
    'Read long session lengths (95 %)',
    'Reads the seconds within which 95 of 100 HTTP sessions with Droplets end: those that hold on for long.',
    'monitoring_get_lb_session_duration_95p',
  ),
});
