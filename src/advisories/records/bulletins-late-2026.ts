import type { AdvisoryRow } from './advisory-row.ts';
import { envoyFilter } from './looks.ts';
import { publicHttp2 } from './public-gateway.ts';

export const bulletinsLate2026: readonly AdvisoryRow[] = [
  {
    id: 'ISTIO-SECURITY-2026-003',
    title: 'Dots in service accounts match any letter; istiod fetches internal addresses',
    date: '2026-04-20',
    cves: ['CVE-2026-39350', 'CVE-2026-41413'],
    aliases: ['GHSA-9gcg-w975-3rjh', 'GHSA-fgw5-hp8f-xfhc'],
    score: 5.4,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:L/A:N',
    cveScores: { 'CVE-2026-39350': 5.4, 'CVE-2026-41413': 5.0 },
    ranges: '1.25.0- 1.26.0- 1.27.0- 1.28.0-1.28.6 1.29.0-1.29.2',
    rangesOf: {
      'CVE-2026-39350': '1.25.0-1.27.9 1.28.0-1.28.6 1.29.0-1.29.2',
      'CVE-2026-41413': '0.0.0-1.28.6 1.29.0-1.29.2',
    },
    olderLines: 'affected',
    components: ['istiod'],
    conditions: [
      {
        cves: ['CVE-2026-39350'],
        basis: 'config',
        what: 'a policy names a service account with a dot',
        query: {
          entries: [
            {
              kind: 'AuthorizationPolicy',
              path: 'spec.rules[].from[].source.(serviceAccounts|notServiceAccounts)[]',
              predicate: 'matches',
              value: '\\.',
            },
          ],
        },
      },
      {
        cves: ['CVE-2026-41413'],
        basis: 'rbac',
        what: 'people who are not trusted may create RequestAuthentications, whose jwksUri istiod fetches',
      },
    ],
    workaround:
      'match only service accounts without dots; set BLOCKED_CIDRS_IN_JWKS_URIS (from 1.28.6 and 1.29.0)',
    notes: ['1.27.9 has the fix for dots; fetching stays as it is in 1.27.'],
    sources: ['bulletin', 'cve-list', 'release-tags'],
  },
  {
    id: 'ISTIO-SECURITY-2026-004',
    title: 'HTTP/2 cookies use up memory',
    date: '2026-06-04',
    cves: ['CVE-2026-47774'],
    aliases: ['GHSA-22m2-hvr2-xqc8'],
    score: 7.5,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
    ranges: '1.28.0-1.28.8 1.29.0-1.29.4 1.30.0-1.30.1',
    olderLines: 'affected',
    components: ['proxy', 'gateway'],
    conditions: [publicHttp2],
    workaround: 'limit cookies and headers in front of the mesh, or do without HTTP/2',
    notes: ['1.27 and older lines are affected, and get no fix.'],
    sources: ['bulletin', 'cve-list'],
  },
  {
    id: 'ISTIO-SECURITY-2026-005',
    title: 'Envoy fixes of June 2026',
    date: '2026-06-24',
    cves: [
      'CVE-2026-47692',
      'CVE-2026-47207',
      'CVE-2026-47205',
      'CVE-2026-47220',
      'CVE-2026-47221',
      'CVE-2026-48044',
      'CVE-2026-48090',
      'CVE-2026-47778',
      'CVE-2026-47204',
      'CVE-2026-48497',
      'CVE-2026-48706',
      'CVE-2026-48743',
      'CVE-2026-47775',
      'CVE-2026-48042',
    ],
    aliases: ['GHSA-p7c7-7c47-pwch'],
    score: 7.5,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
    cveScores: {
      'CVE-2026-47692': 4.8,
      'CVE-2026-47207': 6.5,
      'CVE-2026-47205': 5.9,
      'CVE-2026-47220': 7.5,
      'CVE-2026-47221': 5.9,
      'CVE-2026-48044': 7.5,
      'CVE-2026-48090': 5.9,
      'CVE-2026-47778': 4.4,
      'CVE-2026-47204': 6.5,
      'CVE-2026-48497': 5.9,
      'CVE-2026-48706': 5.9,
      'CVE-2026-48743': 7.5,
      'CVE-2026-47775': 6.8,
      'CVE-2026-48042': 7.5,
      'GHSA-p7c7-7c47-pwch': 7.5,
    },
    ranges: '1.28.0-1.28.9 1.29.0-1.29.5 1.30.0-1.30.2',
    olderLines: 'affected',
    components: ['proxy', 'gateway'],
    conditions: [
      {
        cves: ['GHSA-p7c7-7c47-pwch', 'CVE-2026-48743'],
        basis: 'config',
        what: 'gateways listen for HTTP/3',
        query: {
          entries: [
            { kind: 'IstiodEnv', path: 'PILOT_ENABLE_QUIC_LISTENERS', predicate: 'equals', value: 'true' },
          ],
        },
      },
      {
        cves: ['CVE-2026-47692'],
        basis: 'config',
        what: 'the PROXY protocol is spoken to upstreams',
        query: { entries: [{ kind: 'DestinationRule', path: 'spec..proxyProtocol', predicate: 'exists' }] },
      },
      {
        cves: ['CVE-2026-47207'],
        basis: 'config',
        what: 'requests are processed by another service',
        query: {
          entries: [
            envoyFilter('ext_proc'),
            { kind: 'InferencePool', path: 'metadata.name', predicate: 'exists' },
          ],
        },
      },
      {
        cves: ['CVE-2026-47205'],
        basis: 'config',
        what: 'requests are authorized by another service, with settings per route',
        query: {
          entries: [
            { kind: 'AuthorizationPolicy', path: 'spec.action', predicate: 'equals', value: 'CUSTOM' },
            envoyFilter('ext_authz'),
          ],
        },
      },
      {
        cves: ['CVE-2026-47220'],
        basis: 'config',
        what: 'a log format has REQUESTED_SERVER_NAME with the option for hosts',
        query: {
          entries: [
            {
              kind: 'MeshConfig',
              path: 'accessLogFormat',
              predicate: 'mentions',
              value: 'REQUESTED_SERVER_NAME\\(',
            },
            {
              kind: 'Telemetry',
              path: 'spec..formatter',
              predicate: 'mentions',
              value: 'REQUESTED_SERVER_NAME',
            },
          ],
        },
      },
      {
        cves: ['CVE-2026-47221'],
        basis: 'config',
        what: 'redirects are followed inside of the proxy',
        query: { entries: [envoyFilter('internal_redirect')] },
      },
      {
        cves: ['CVE-2026-48044'],
        basis: 'config',
        what: 'bodies packed with Zstandard are unpacked',
        query: { entries: [envoyFilter('zstd')] },
      },
      {
        cves: ['CVE-2026-48090', 'CVE-2026-47775'],
        basis: 'config',
        what: 'an EnvoyFilter adds the OAuth2 filter',
        query: { entries: [envoyFilter('oauth2')] },
      },
      {
        cves: ['CVE-2026-47778'],
        basis: 'config',
        what: 'names of certificates from outside of the mesh are checked',
        query: {
          entries: [{ kind: 'DestinationRule', path: 'spec..tls.subjectAltNames', predicate: 'exists' }],
        },
      },
      {
        cves: ['CVE-2026-47204'],
        basis: 'config',
        what: 'a VirtualService answers directly where gRPC is counted',
        query: {
          entries: [{ kind: 'VirtualService', path: 'spec.http[].directResponse', predicate: 'exists' }],
        },
      },
      {
        cves: ['CVE-2026-48497'],
        basis: 'config',
        what: 'an EnvoyFilter adds the DNS filter',
        query: { entries: [envoyFilter('dns_filter')] },
      },
      {
        cves: ['CVE-2026-48706'],
        basis: 'config',
        what: 'statistics go to statsd over TCP',
        query: {
          entries: [
            envoyFilter('statsd'),
            { kind: 'ProxyConfig', path: 'statsdUdpAddress', predicate: 'exists' },
          ],
        },
      },
      { cves: ['CVE-2026-48042'], basis: 'always', what: 'deeply nested JSON is read' },
    ],
    notes: ['The bulletin lists wrong releases: 1.28.9, 1.29.5 and 1.30.2 have the fixes.'],
    sources: ['bulletin', 'release-notes'],
  },
  {
    id: 'ISTIO-SECURITY-2026-006',
    title: 'A long proxyVersion of an EnvoyFilter uses up istiod',
    date: '2026-08-26',
    score: 7.7,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:N/I:N/A:H',
    ranges: '1.28.0- 1.29.0-1.29.7 1.30.0-1.30.4',
    olderLines: 'affected',
    components: ['istiod'],
    conditions: [
      {
        basis: 'rbac',
        what: 'people who are not administrators of the mesh may create EnvoyFilters',
        query: {
          entries: [
            {
              kind: 'EnvoyFilter',
              path: 'spec.configPatches[].match.proxy.proxyVersion',
              predicate: 'lenGt',
              value: 1024,
            },
          ],
        },
      },
    ],
    workaround: 'let only administrators write EnvoyFilters',
    notes: ['1.31 has the limit of 1024 letters from its first release.'],
    sources: ['bulletin', 'release-notes', 'release-branch'],
  },
];
