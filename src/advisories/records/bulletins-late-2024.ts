import type { AdvisoryRow } from './advisory-row.ts';
import { envoyFilter } from './looks.ts';
import { publicGateway } from './public-gateway.ts';

export const bulletinsLate2024: readonly AdvisoryRow[] = [
  {
    id: 'ISTIO-SECURITY-2024-005',
    title: 'Headers of Datadog traces that are not ASCII stop the proxy',
    date: '2024-06-27',
    aliases: ['GHSA-8mq4-c2v5-3h39'],
    score: 7.5,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
    ranges: '1.21.0-1.21.4 1.22.0-1.22.2',
    olderLines: 'unknown',
    components: ['proxy'],
    conditions: [
      {
        basis: 'config',
        what: 'traces go to Datadog',
        query: {
          entries: [
            { kind: 'MeshConfig', path: 'extensionProviders[].datadog', predicate: 'exists' },
            { kind: 'MeshConfig', path: 'defaultConfig.tracing.datadog', predicate: 'exists' },
          ],
        },
      },
    ],
    workaround: 'stop tracing to Datadog',
    notes: ['There is no CVE number: look for the GHSA one.'],
  },
  {
    id: 'ISTIO-SECURITY-2024-006',
    title: 'HTTP/2, access logs, x-envoy headers, JWT and local replies are handled wrongly',
    date: '2024-09-19',
    cves: ['CVE-2024-45807', 'CVE-2024-45808', 'CVE-2024-45806', 'CVE-2024-45809', 'CVE-2024-45810'],
    score: 7.5,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
    cveScores: {
      'CVE-2024-45807': 7.5,
      'CVE-2024-45808': 6.5,
      'CVE-2024-45806': 6.5,
      'CVE-2024-45809': 5.3,
      'CVE-2024-45810': 6.5,
    },
    ranges: '1.22.0-1.22.5 1.23.0-1.23.2',
    olderLines: 'affected',
    components: ['proxy', 'gateway'],
    conditions: [
      {
        ...publicGateway,
        what: 'a gateway trusts x-envoy headers of a private address, such as that of a proxy in front of it',
        cves: ['CVE-2024-45806'],
        unless: {
          entries: [
            {
              kind: 'ProxyConfig',
              path: 'runtimeValues["envoy.reloadable_features.explicit_internal_address_config"]',
              predicate: 'equals',
              value: 'true',
            },
          ],
        },
      },
      {
        cves: ['CVE-2024-45807'],
        basis: 'config',
        what: 'HTTP/2 is handled by oghttp2, as 1.23 does',
        query: { entries: [{ kind: 'IstioVersion', path: 'line', predicate: 'atLeast', value: '1.23' }] },
      },
      {
        cves: ['CVE-2024-45808'],
        basis: 'config',
        what: 'the access log prints the server name that the client asked for, as the default format does',
        query: {
          entries: [
            {
              kind: 'MeshConfig',
              path: 'accessLogFormat',
              predicate: 'mentions',
              value: 'REQUESTED_SERVER_NAME',
              absentMeans: 'affected',
            },
          ],
        },
      },
      {
        cves: ['CVE-2024-45809'],
        basis: 'config',
        what: 'JWTs are checked with keys that are fetched, and routes are chosen anew',
        query: {
          entries: [
            { kind: 'RequestAuthentication', path: 'spec.jwtRules[].jwksUri', predicate: 'exists' },
            envoyFilter('jwt_authn'),
          ],
        },
      },
      {
        cves: ['CVE-2024-45810'],
        basis: 'config',
        what: 'another service is asked over HTTP, as for authorization',
        query: {
          entries: [
            { kind: 'MeshConfig', path: 'extensionProviders[].envoyExtAuthzHttp', predicate: 'exists' },
          ],
        },
      },
    ],
    optOuts: [
      {
        cves: ['CVE-2024-45806'],
        setting: 'envoy.reloadable_features.explicit_internal_address_config=false',
        query: {
          entries: [
            {
              kind: 'ProxyConfig',
              path: 'runtimeValues["envoy.reloadable_features.explicit_internal_address_config"]',
              predicate: 'equals',
              value: 'false',
            },
          ],
        },
      },
    ],
    workaround:
      'set the runtime flag envoy.reloadable_features.explicit_internal_address_config to true and restart proxies',
    notes: [
      'The stored copy of the bulletin has no CVE numbers; they are from the advisories of Envoy of that month.',
    ],
    sources: ['bulletin', 'release-tags', 'general-knowledge'],
    certainty: 'medium',
  },
  {
    id: 'ISTIO-SECURITY-2024-007',
    title: 'Overload and reset of HTTP/1 stop the proxy',
    date: '2024-12-18',
    cves: ['CVE-2024-53269', 'CVE-2024-53270', 'CVE-2024-53271'],
    score: 7.5,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
    cveScores: { 'CVE-2024-53269': 4.5, 'CVE-2024-53270': 7.5, 'CVE-2024-53271': 7.1 },
    ranges: '1.22.0-1.22.7 1.23.0-1.23.4 1.24.0-1.24.2',
    olderLines: 'unknown',
    components: ['proxy', 'gateway'],
    conditions: [
      {
        cves: ['CVE-2024-53270'],
        basis: 'config',
        what: 'HTTP/1 requests are dropped on overload',
        query: { entries: [envoyFilter('http1_server_abort_dispatch')] },
      },
      {
        cves: ['CVE-2024-53269'],
        basis: 'config',
        what: 'upstreams have additional addresses',
        query: { entries: [envoyFilter('additional_addresses')] },
      },
      { cves: ['CVE-2024-53271'], basis: 'always', what: 'clients reset HTTP/1.1 connections late' },
    ],
    workaround: 'do not use the load shed point http1_server_abort_dispatch',
  },
];
