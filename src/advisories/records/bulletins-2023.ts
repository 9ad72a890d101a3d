import type { AdvisoryRow } from './advisory-row.ts';
import { envoyFilter } from './looks.ts';
import { publicGateway, publicHttp2 } from './public-gateway.ts';

export const bulletins2023: readonly AdvisoryRow[] = [
  {
    id: 'ISTIO-SECURITY-2023-001',
    title: 'Headers, Lua and OAuth of Envoy: six faults',
    date: '2023-04-04',
    cves: [
      'CVE-2023-27487',
      'CVE-2023-27488',
      'CVE-2023-27491',
      'CVE-2023-27492',
      'CVE-2023-27493',
      'CVE-2023-27496',
    ],
    score: 8.2,
    vector: 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:L/A:N',
    cveScores: {
      'CVE-2023-27487': 8.2,
      'CVE-2023-27488': 5.4,
      'CVE-2023-27491': 5.4,
      'CVE-2023-27492': 4.8,
      'CVE-2023-27493': 8.1,
      'CVE-2023-27496': 6.5,
    },
    ranges: '1.15.0-1.15.7 1.16.0-1.16.4 1.17.0-1.17.2',
    olderLines: 'affected',
    components: ['proxy', 'gateway', 'istiod'],
    conditions: [
      { ...publicGateway, what: 'a gateway of Istio or an istiod outside of the cluster is in use' },
    ],
  },
  {
    id: 'ISTIO-SECURITY-2023-002',
    title: 'The HTTP/2 code leaks memory',
    date: '2023-07-14',
    cves: ['CVE-2023-35945'],
    score: 7.5,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
    ranges: '1.16.0-1.16.6 1.17.0-1.17.4 1.18.0-1.18.1',
    olderLines: 'affected',
    components: ['proxy', 'gateway'],
    conditions: [publicHttp2],
  },
  {
    id: 'ISTIO-SECURITY-2023-003',
    title: 'OAuth2, access logs, CORS and schemes in upper case are handled wrongly',
    date: '2023-07-25',
    cves: ['CVE-2023-35941', 'CVE-2023-35942', 'CVE-2023-35943', 'CVE-2023-35944'],
    score: 8.6,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:L/A:L',
    cveScores: { 'CVE-2023-35941': 8.6, 'CVE-2023-35942': 6.5, 'CVE-2023-35943': 6.3, 'CVE-2023-35944': 8.2 },
    ranges: '1.16.0-1.16.7 1.17.0-1.17.5 1.18.0-1.18.2',
    olderLines: 'affected',
    components: ['proxy', 'gateway'],
    conditions: [
      publicHttp2,
      {
        cves: ['CVE-2023-35941'],
        basis: 'config',
        what: 'an EnvoyFilter adds the OAuth2 filter',
        query: { entries: [envoyFilter('oauth2')] },
      },
      {
        cves: ['CVE-2023-35942'],
        basis: 'config',
        what: 'access logs are sent over gRPC',
        query: {
          entries: [
            { kind: 'MeshConfig', path: 'extensionProviders[].envoyHttpAls', predicate: 'exists' },
            { kind: 'MeshConfig', path: 'extensionProviders[].envoyTcpAls', predicate: 'exists' },
            { kind: 'MeshConfig', path: 'defaultConfig.envoyAccessLogService', predicate: 'exists' },
          ],
        },
      },
      {
        cves: ['CVE-2023-35943'],
        basis: 'config',
        what: 'a VirtualService has a CORS policy',
        query: { entries: [{ kind: 'VirtualService', path: 'spec.http[].corsPolicy', predicate: 'exists' }] },
      },
    ],
  },
  {
    id: 'ISTIO-SECURITY-2023-004',
    title: 'HTTP/2 requests that are reset at once use up the CPU',
    date: '2023-10-10',
    cves: ['CVE-2023-44487'],
    score: 7.5,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
    ranges: '1.17.0-1.17.7 1.18.0-1.18.4 1.19.0-1.19.2',
    olderLines: 'affected',
    components: ['proxy', 'gateway', 'istiod'],
    conditions: [publicHttp2],
    notes: [
      '1.17.7, 1.18.4 and 1.19.2 were never published: 1.17.8, 1.18.5 and 1.19.3 are the first with the fix.',
    ],
  },
  {
    id: 'ISTIO-SECURITY-2023-005',
    title: 'On a compromised node, the repair role of istio-cni may do too much',
    date: '2023-12-11',
    ranges: '1.18.0-1.18.6 1.19.0-1.19.5 1.20.0-1.20.1',
    olderLines: 'affected',
    components: ['cni'],
    conditions: [
      {
        basis: 'config',
        what: 'istio-cni is installed, and its repair may delete or change Pods',
        query: {
          entries: [
            { kind: 'DaemonSet', name: 'istio-cni-node', path: 'metadata.name', predicate: 'exists' },
            {
              kind: 'ClusterRole',
              name: 'istio-cni-repair-role',
              path: 'metadata.name',
              predicate: 'exists',
            },
          ],
        },
        unless: {
          entries: [{ kind: 'HelmValue', path: 'cni.repair.repairPods', predicate: 'equals', value: true }],
        },
      },
    ],
    workaround: 'let it repair Pods in place: cni.repair.repairPods, the default from 1.21',
  },
];
