// How people ask for the metrics of load balancers.
import type { Askings } from '../../../endpoint/asking.ts';

/** Requests by operation id. */
export const askedOfLoadBalancers: Askings = {
  monitoring_get_lb_frontend_http_requests_per_second: {
    asked: [
      'how many requests per second hit the site',
      'traffic peak at the balancer in hits',
      'request rate of the lb yesterday evening',
    ],
    common: 2,
  },
  monitoring_get_lb_frontend_http_responses: {
    asked: [
      'how many 5xx errors do visitors get',
      'status codes that the balancer sends to clients',
      'did the lb answer with 503 last night',
    ],
  },
  monitoring_get_lb_frontend_cpu_utilization: {
    asked: ['is the load balancer itself overloaded', 'cpu of the lb nodes'],
  },
  monitoring_get_lb_frontend_connections_current: {
    asked: ['open client connections on the balancer', 'how many people are connected to the lb'],
  },
  monitoring_get_lb_frontend_connections_limit: {
    asked: [
      'how many connections can the balancer take at most',
      'is there still room for more clients on the lb',
    ],
    common: 0,
  },
  monitoring_get_lb_frontend_tls_connections_current: {
    asked: ['rate of new https connections at the balancer', 'ssl handshakes per second on the lb'],
  },
  monitoring_get_lb_frontend_tls_connections_limit: {
    asked: [
      'maximum https handshakes the balancer allows',
      'what is the ceiling for new tls connections',
    ],
    common: 0,
  },
  monitoring_get_lb_frontend_tls_connections_exceeding_rate_limit: {
    asked: [
      'are https visitors turned away by the balancer',
      'tls connections dropped because of too many handshakes',
    ],
  },
  monitoring_get_lb_frontend_network_throughput_http: {
    asked: [
      'bytes per second of web traffic through the balancer',
      'http bandwidth of the lb over the weekend',
    ],
  },
  monitoring_get_lb_frontend_network_throughput_tcp: {
    asked: ['bandwidth of tcp forwarding on the balancer', 'raw tcp bytes through the lb'],
  },
  monitoring_get_lb_frontend_network_throughput_udp: {
    asked: ['udp bandwidth of the balancer', 'how much udp data does the lb forward'],
    common: 0,
  },
  monitoring_get_lb_frontend_nlb_tcp_network_throughput: {
    asked: ['tcp bandwidth of my network load balancer', 'nlb bytes per second over tcp'],
  },
  monitoring_get_lb_frontend_nlb_udp_network_throughput: {
    asked: ['udp bandwidth of my network load balancer', 'nlb bytes per second over udp'],
    common: 0,
  },
  monitoring_get_lb_frontend_firewall_dropped_bytes: {
    asked: [
      'how many bytes does the nlb firewall throw away',
      'volume of blocked traffic in front of the network load balancer',
    ],
    common: 0,
  },
  monitoring_get_lb_frontend_firewall_dropped_packets: {
    asked: [
      'is the nlb firewall dropping packets',
      'blocked packets per second at the network load balancer',
    ],
    common: 0,
  },
  monitoring_get_lb_droplets_health_checks: {
    asked: [
      'which servers behind the balancer are unhealthy',
      'why does a backend get no traffic',
      'are all machines passing the health check',
    ],
    common: 2,
  },
  monitoring_get_lb_droplets_downtime: {
    asked: [
      'when were the servers behind the balancer down',
      'how long was a backend out of rotation',
    ],
  },
  monitoring_get_lb_droplets_http_responses: {
    asked: [
      'error codes that my backend servers return to the balancer',
      'do the machines themselves produce the 500s',
    ],
  },
  monitoring_get_lb_droplets_connections: {
    asked: [
      'connections from the balancer to the servers behind it',
      'how many sessions does each backend hold',
    ],
  },
  monitoring_get_lb_droplets_queue_size: {
    asked: ['are requests piling up at the balancer', 'how many requests wait for a free backend'],
  },
  monitoring_get_lb_droplets_http_response_time_avg: {
    asked: [
      'how fast do my servers answer on average',
      'mean latency of the backends',
      'average response time behind the lb',
    ],
  },
  monitoring_get_lb_droplets_http_response_time_50p: {
    asked: ['median latency of the backends', 'p50 response time behind the lb'],
    common: 0,
  },
  monitoring_get_lb_droplets_http_response_time_95p: {
    asked: [
      'how slow is the site for unlucky visitors',
      'p95 response time behind the lb',
      'why does the shop feel slow',
    ],
  },
  monitoring_get_lb_droplets_http_response_time_99p: {
    asked: ['p99 latency of the backends', 'slowest one percent of answers behind the lb'],
  },
  monitoring_get_lb_droplets_http_session_duration_avg: {
    asked: [
      'how long do http sessions last on average',
      'mean session duration behind the balancer',
    ],
    common: 0,
  },
  monitoring_get_lb_droplets_http_session_duration_50p: {
    asked: ['median http session duration behind the balancer', 'p50 session length of the lb'],
    common: 0,
  },
  monitoring_get_lb_droplets_http_session_duration_95p: {
    asked: ['longest http sessions behind the balancer', 'p95 session length of the lb'],
    common: 0,
  },
};
