import type { AdvisoryRow } from './advisory-row.ts';
import { publicHttp2 } from './public-gateway.ts';

export const bulletins2019: readonly AdvisoryRow[] = [
  {
    id: 'ISTIO-SECURITY-2019-001',
    title: 'Mixer adapters do not check plain TCP connections',
    date: '2019-05-28',
    cves: ['CVE-2019-12243'],
    score: 8.9,
    vector: 'CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:N/E:H/RL:O/RC:C',
    ranges: '1.1.0-1.1.7',
    olderLines: 'not-affected',
    components: ['mixer', 'pilot'],
    conditions: [
      {
        basis: 'config',
        what: 'Mixer checks policies, and one of its adapters guards a plain TCP service',
        query: {
          entries: [{ kind: 'MeshConfig', path: 'disablePolicyChecks', predicate: 'equals', value: false }],
        },
      },
    ],
    workaround: 'switch policy checks off; where TCP needs a check, let something other than Mixer make it',
  },
  {
    id: 'ISTIO-SECURITY-2019-002',
    title: 'A broken JWT stops the proxy',
    date: '2019-06-28',
    cves: ['CVE-2019-12995'],
    score: 7.5,
    vector: 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H/E:F/RL:O/RC:C',
    ranges: '1.0.0-1.0.9 1.1.0-1.1.10 1.2.0-1.2.2',
    olderLines: 'unknown',
    components: ['proxy'],
    conditions: [
      {
        basis: 'config',
        what: 'a Policy or MeshPolicy of the old kind accepts JWTs that are signed with RSA',
        query: {
          entries: [
            { kind: 'Policy', path: 'spec.origins[].jwt.jwksUri', predicate: 'exists' },
            { kind: 'MeshPolicy', path: 'spec.origins[].jwt.jwksUri', predicate: 'exists' },
          ],
        },
      },
    ],
    workaround: 'refuse tokens that announce ES256 before they reach the JWT filter',
  },
  {
    id: 'ISTIO-SECURITY-2019-003',
    title: 'Very long URIs stop proxies that match with regular expressions',
    date: '2019-08-13',
    cves: ['CVE-2019-14993'],
    score: 7.5,
    vector: 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
    ranges: '1.1.0-1.1.13 1.2.0-1.2.4',
    olderLines: 'unknown',
    components: ['proxy'],
    conditions: [
      {
        basis: 'config',
        what: 'some configuration matches with a regular expression',
        query: {
          entries: [
            { kind: 'VirtualService', path: 'spec..regex', predicate: 'exists' },
            { kind: 'Policy', path: 'spec..regex', predicate: 'exists' },
            { kind: 'MeshPolicy', path: 'spec..regex', predicate: 'exists' },
            { kind: 'HTTPAPISpec', path: 'spec..regex', predicate: 'exists' },
            { kind: 'QuotaSpec', path: 'spec..regex', predicate: 'exists' },
          ],
        },
      },
    ],
    workaround: 'match exact values or prefixes',
    notes: [
      'The image with the tag 1.2.4 that was public until 2019-09-06 has no fix; 1.2.5 has it for sure.',
    ],
  },
  {
    id: 'ISTIO-SECURITY-2019-004',
    title: 'Floods of HTTP/2 frames use up memory or CPU',
    date: '2019-08-13',
    cves: ['CVE-2019-9512', 'CVE-2019-9513', 'CVE-2019-9514', 'CVE-2019-9515', 'CVE-2019-9518'],
    score: 7.5,
    vector: 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
    cveScores: {
      'CVE-2019-9512': 7.5,
      'CVE-2019-9513': 7.5,
      'CVE-2019-9514': 7.5,
      'CVE-2019-9515': 7.5,
      'CVE-2019-9518': 7.5,
    },
    ranges: '1.1.0-1.1.13 1.2.0-1.2.4',
    olderLines: 'unknown',
    components: ['proxy', 'gateway'],
    conditions: [publicHttp2],
    workaround: 'let a hardened load balancer end HTTP in front of the mesh',
    notes: [
      'The image with the tag 1.2.4 that was public until 2019-09-06 has no fix; 1.2.5 has it for sure.',
    ],
  },
  {
    id: 'ISTIO-SECURITY-2019-005',
    title: 'A flood of tiny headers in one request keeps the CPU busy',
    date: '2019-10-08',
    cves: ['CVE-2019-15226'],
    score: 7.5,
    vector: 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
    ranges: '1.1.0-1.1.16 1.2.0-1.2.7 1.3.0-1.3.2',
    olderLines: 'unknown',
    components: ['proxy', 'gateway'],
    conditions: [{ basis: 'always', what: 'it is a proxy of these versions' }],
  },
  {
    id: 'ISTIO-SECURITY-2019-006',
    title: 'A listener filter that times out never ends its loop',
    date: '2019-11-07',
    cves: ['CVE-2019-18817'],
    score: 7.5,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H/E:H/RL:O/RC:C',
    ranges: '1.3.0-1.3.5',
    olderLines: 'not-affected',
    components: ['proxy', 'gateway'],
    conditions: [
      {
        basis: 'config',
        what: 'protocols are detected with a timeout, as 1.3 does by default',
        query: {
          entries: [
            {
              kind: 'IstiodEnv',
              path: 'PILOT_INBOUND_PROTOCOL_DETECTION_TIMEOUT',
              predicate: 'notEquals',
              value: '0s',
              absentMeans: 'affected',
            },
            {
              kind: 'HelmValue',
              path: 'global.proxy.protocolDetectionTimeout',
              predicate: 'notEquals',
              value: '0s',
              absentMeans: 'affected',
            },
          ],
        },
      },
    ],
    workaround: 'set both timeouts of protocol detection to 0s',
  },
  {
    id: 'ISTIO-SECURITY-2019-007',
    title: 'Headers overflow a buffer, hide behind white space, or stop the proxy when Host is missing',
    date: '2019-12-10',
    cves: ['CVE-2019-18801', 'CVE-2019-18802', 'CVE-2019-18838'],
    score: 9.0,
    vector: 'CVSS:3.0/AV:N/AC:H/PR:N/UI:N/S:C/C:H/I:H/A:H',
    ranges: '1.2.0-1.2.10 1.3.0-1.3.6 1.4.0-1.4.2',
    olderLines: 'unknown',
    components: ['proxy', 'gateway'],
    conditions: [{ basis: 'always', what: 'HTTP/2 arrives and HTTP/1 is passed on, as usual' }],
    notes: ['CVE-2019-18838 is named in the text of the bulletin only.'],
  },
];
