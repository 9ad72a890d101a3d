import type { AdvisoryRow } from './advisory-row.ts';
import { envoyFilter } from './looks.ts';

export const bulletinsLate2021: readonly AdvisoryRow[] = [
  {
    id: 'ISTIO-SECURITY-2021-005',
    title: 'Doubled or escaped slashes avoid rules about paths',
    date: '2021-05-11',
    cves: ['CVE-2021-31920'],
    score: 8.1,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N',
    ranges: '1.8.0-1.8.6 1.9.0-1.9.5',
    olderLines: 'affected',
    components: ['proxy', 'istiod'],
    conditions: [
      {
        basis: 'config',
        what: 'a policy denies some paths, or allows all but some',
        query: {
          entries: [
            {
              kind: 'AuthorizationPolicy',
              path: 'spec{action=DENY}.rules[].to[].operation.paths',
              predicate: 'exists',
            },
            {
              kind: 'AuthorizationPolicy',
              path: 'spec{action=ALLOW or absent}.rules[].to[].operation.notPaths',
              predicate: 'exists',
            },
          ],
        },
      },
    ],
    workaround: 'set meshConfig.pathNormalization after the upgrade',
    notes: ['How much is normalized is a setting in fixed versions, too.'],
  },
  {
    id: 'ISTIO-SECURITY-2021-006',
    title: 'AUTO_PASSTHROUGH leads to services without asking for permission',
    date: '2021-05-11',
    cves: ['CVE-2021-31921'],
    score: 10.0,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H',
    ranges: '1.8.0-1.8.6 1.9.0-1.9.5',
    olderLines: 'affected',
    components: ['gateway'],
    conditions: [
      {
        basis: 'config',
        what: 'a Gateway passes connections through by their server name, as east-west gateways do',
        query: {
          entries: [
            {
              kind: 'Gateway',
              path: 'spec.servers[].tls.mode',
              predicate: 'equals',
              value: 'AUTO_PASSTHROUGH',
            },
          ],
        },
      },
    ],
  },
  {
    id: 'ISTIO-SECURITY-2021-007',
    title: 'Keys from the cache go to other namespaces',
    date: '2021-06-24',
    cves: ['CVE-2021-34824'],
    score: 9.1,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:L/A:L',
    ranges: '1.8.0- 1.9.0-1.9.6 1.10.0-1.10.2',
    olderLines: 'not-affected',
    components: ['istiod'],
    conditions: [
      {
        basis: 'config',
        what: 'TLS credentials are named in Gateways or DestinationRules, and istiod caches what it sends',
        query: {
          match: 'all-required-plus-any',
          entries: [
            { kind: 'Gateway', path: 'spec.servers[].tls.credentialName', predicate: 'exists' },
            { kind: 'DestinationRule', path: 'spec..tls.credentialName', predicate: 'exists' },
            {
              kind: 'IstiodEnv',
              path: 'PILOT_ENABLE_XDS_CACHE',
              predicate: 'notEquals',
              value: 'false',
              absentMeans: 'affected',
              required: true,
            },
          ],
        },
      },
    ],
    workaround: 'set PILOT_ENABLE_XDS_CACHE=false on istiod',
  },
  {
    id: 'ISTIO-SECURITY-2021-008',
    title: 'Fragments, upper case in hosts, several headers and HTTP/2 resets are handled wrongly',
    date: '2021-08-24',
    cves: [
      'CVE-2021-39156',
      'CVE-2021-32779',
      'CVE-2021-39155',
      'CVE-2021-32777',
      'CVE-2021-32778',
      'CVE-2021-32780',
      'CVE-2021-32781',
    ],
    score: 8.6,
    vector: 'CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:C/C:H/I:H/A:H',
    cveScores: {
      'CVE-2021-39156': 8.1,
      'CVE-2021-39155': 8.3,
      'CVE-2021-32777': 8.6,
      'CVE-2021-32778': 8.6,
      'CVE-2021-32780': 8.6,
      'CVE-2021-32781': 8.6,
    },
    ranges: '1.9.0-1.9.8 1.10.0-1.10.4 1.11.0-1.11.1',
    rangesOf: { 'CVE-2021-32780': '1.10.0-1.10.4 1.11.0-1.11.1' },
    olderLines: 'affected',
    components: ['proxy', 'istiod'],
    conditions: [
      {
        cves: ['CVE-2021-39156'],
        basis: 'config',
        what: 'a policy denies some paths, or allows all but some',
        query: {
          entries: [
            {
              kind: 'AuthorizationPolicy',
              path: 'spec{action=DENY}.rules[].to[].operation.paths',
              predicate: 'exists',
            },
            {
              kind: 'AuthorizationPolicy',
              path: 'spec{action=ALLOW or absent}.rules[].to[].operation.notPaths',
              predicate: 'exists',
            },
          ],
        },
      },
      {
        cves: ['CVE-2021-39155'],
        basis: 'config',
        what: 'a policy denies some hosts, or allows all but some',
        query: {
          entries: [
            {
              kind: 'AuthorizationPolicy',
              path: 'spec{action=DENY}.rules[].to[].operation.hosts',
              predicate: 'exists',
            },
            {
              kind: 'AuthorizationPolicy',
              path: 'spec{action=ALLOW or absent}.rules[].to[].operation.notHosts',
              predicate: 'exists',
            },
          ],
        },
      },
      {
        cves: ['CVE-2021-32777'],
        basis: 'config',
        what: 'requests are authorized by another service, and headers have several values',
        query: { entries: [envoyFilter('ext_authz')] },
      },
      { cves: ['CVE-2021-32778'], basis: 'always', what: 'clients open and reset requests quickly' },
      {
        cves: ['CVE-2021-32780'],
        basis: 'exposure',
        what: 'an upstream is not trusted',
        whenUnseen: 'affected',
      },
      {
        cves: ['CVE-2021-32781'],
        basis: 'config',
        what: 'an extension makes bodies longer',
        query: { entries: [envoyFilter('decompressor|json_transcoder|grpc_web')] },
      },
    ],
    optOuts: [
      {
        cves: ['CVE-2021-39156'],
        setting: 'HTTP_STRIP_FRAGMENT_FROM_PATH_UNSAFE_IF_DISABLED=false',
        query: {
          entries: [
            {
              kind: 'ProxyMetadata',
              path: 'HTTP_STRIP_FRAGMENT_FROM_PATH_UNSAFE_IF_DISABLED',
              predicate: 'equals',
              value: 'false',
            },
          ],
        },
      },
    ],
    workaround: 'keep HTTP_STRIP_FRAGMENT_FROM_PATH_UNSAFE_IF_DISABLED on',
    notes: ['A rule about a host does not match it with a port: name the host and "host:*".'],
  },
];
