import type { AdvisoryRow } from './advisory-row.ts';
import { envoyFilter } from './looks.ts';
import { publicHttp2 } from './public-gateway.ts';

export const bulletins2020: readonly AdvisoryRow[] = [
  {
    id: 'ISTIO-SECURITY-2020-001',
    title: 'A query or fragment avoids JWT checks of exact paths',
    date: '2020-02-11',
    cves: ['CVE-2020-8595'],
    score: 9.0,
    vector: 'CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:C/C:H/I:H/A:H',
    ranges: '1.3.0-1.3.8 1.4.0-1.4.4',
    olderLines: 'unknown',
    components: ['proxy'],
    conditions: [
      {
        basis: 'config',
        what: 'a Policy of the old kind asks for a JWT on exact paths',
        query: {
          entries: [
            {
              kind: 'Policy',
              path: 'spec.origins[].jwt.triggerRules[].includedPaths[].exact',
              predicate: 'exists',
            },
            {
              kind: 'MeshPolicy',
              path: 'spec.origins[].jwt.triggerRules[].includedPaths[].exact',
              predicate: 'exists',
            },
          ],
        },
      },
    ],
  },
  {
    id: 'ISTIO-SECURITY-2020-002',
    title: 'A header of the client decides what Mixer believes',
    date: '2020-02-11',
    cves: ['CVE-2020-8843'],
    score: 7.4,
    vector: 'CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:N',
    ranges: '1.3.0-1.3.7',
    olderLines: 'unknown',
    components: ['proxy', 'mixer'],
    conditions: [
      {
        basis: 'config',
        what: 'Mixer checks policies that look at the ingress as source',
        query: {
          entries: [{ kind: 'MeshConfig', path: 'disablePolicyChecks', predicate: 'equals', value: false }],
        },
      },
    ],
  },
  {
    id: 'ISTIO-SECURITY-2020-003',
    title: 'Memory grows without bound; the TLS inspector and secrets over SDS are not checked enough',
    date: '2020-03-03',
    cves: ['CVE-2020-8659', 'CVE-2020-8660', 'CVE-2020-8661', 'CVE-2020-8664'],
    score: 7.5,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H/E:F',
    cveScores: { 'CVE-2020-8659': 7.5, 'CVE-2020-8660': 5.3, 'CVE-2020-8661': 7.5, 'CVE-2020-8664': 5.3 },
    ranges: '1.4.0-1.4.6',
    olderLines: 'unknown',
    components: ['proxy'],
    conditions: [
      {
        cves: ['CVE-2020-8659', 'CVE-2020-8661'],
        basis: 'always',
        what: 'requests come in small chunks or many at once',
      },
      {
        cves: ['CVE-2020-8664'],
        basis: 'config',
        what: 'secrets come over SDS and mutual TLS is on, which 1.4 does not do by default',
        query: { entries: [{ kind: 'PilotEnv', path: 'SDS_ENABLED', predicate: 'equals', value: 'true' }] },
      },
    ],
    notes: ['1.5.0 came out with the fixes.'],
  },
  {
    id: 'ISTIO-SECURITY-2020-004',
    title: 'Kiali signs its tokens with a key that everybody knows',
    date: '2020-03-25',
    cves: ['CVE-2020-1764'],
    score: 8.7,
    vector: 'CVSS:3.1/AV:A/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:N',
    ranges: '1.4.0-1.4.7 1.5.0-1.5.1',
    olderLines: 'unknown',
    components: ['kiali'],
    conditions: [
      {
        basis: 'config',
        what: 'the Kiali that came with Istio (1.15 or older) has no signing key of its own',
        query: {
          entries: [
            {
              kind: 'Deployment',
              name: 'kiali',
              path: 'spec.template.spec.containers[].image',
              predicate: 'imageVersionAtMost',
              value: '1.15',
            },
          ],
        },
        unless: {
          entries: [
            {
              kind: 'ConfigMap',
              name: 'kiali',
              path: 'data["config.yaml"]',
              predicate: 'mentions',
              value: 'signing_key',
            },
          ],
        },
      },
    ],
    workaround: 'give Kiali a random signing key',
  },
  {
    id: 'ISTIO-SECURITY-2020-005',
    title: 'A crafted packet stops the telemetry filter',
    date: '2020-05-12',
    cves: ['CVE-2020-10739'],
    score: 7.5,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
    ranges: '1.4.0-1.4.9 1.5.0-1.5.4',
    olderLines: 'unknown',
    components: ['proxy', 'gateway'],
    conditions: [
      {
        basis: 'config',
        what: 'Telemetry v2 is on',
        query: {
          entries: [
            {
              kind: 'HelmValue',
              path: 'telemetry.v2.enabled',
              predicate: 'notEquals',
              value: false,
              absentMeans: 'affected from 1.5',
            },
          ],
        },
      },
    ],
    workaround: 'set values.telemetry.v2.enabled=false',
  },
  {
    id: 'ISTIO-SECURITY-2020-006',
    title: 'Oversized SETTINGS frames use up the CPU',
    date: '2020-06-11',
    cves: ['CVE-2020-11080'],
    score: 7.5,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
    ranges: '1.4.0-1.4.10 1.5.0-1.5.5 1.6.0-1.6.2',
    olderLines: 'unknown',
    components: ['proxy', 'gateway'],
    conditions: [publicHttp2],
    workaround: 'let ingress listeners speak only HTTP/1 where gRPC is not needed',
  },
  {
    id: 'ISTIO-SECURITY-2020-007',
    title: 'Memory and file descriptors run out',
    date: '2020-06-30',
    cves: ['CVE-2020-12603', 'CVE-2020-12604', 'CVE-2020-12605', 'CVE-2020-8663'],
    score: 7.5,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
    cveScores: { 'CVE-2020-12603': 7.0, 'CVE-2020-12605': 7.0, 'CVE-2020-8663': 7.0, 'CVE-2020-12604': 5.3 },
    ranges: '1.5.0-1.5.7 1.6.0-1.6.4',
    olderLines: 'unknown',
    components: ['proxy', 'gateway'],
    conditions: [
      { basis: 'always', what: 'proxies speak HTTP/1.1 or HTTP/2' },
      {
        cves: ['CVE-2020-8663'],
        basis: 'runtime',
        what: 'gateways have no limit of connections: the new version alone does not help',
      },
    ],
    workaround: 'limit the connections from clients on gateways',
  },
  {
    id: 'ISTIO-SECURITY-2020-008',
    title: 'A wildcard in a certificate stands for several labels',
    date: '2020-07-09',
    cves: ['CVE-2020-15104'],
    score: 6.6,
    vector: 'CVSS:3.1/AV:N/AC:H/PR:H/UI:N/S:C/C:H/I:L/A:N/E:F/RL:O/RC:C',
    ranges: '1.5.0-1.5.8 1.6.0-1.6.5',
    olderLines: 'affected',
    components: ['proxy'],
    conditions: [
      {
        basis: 'config',
        what: 'names in certificates from outside of the mesh are checked',
        query: {
          entries: [
            { kind: 'DestinationRule', path: 'spec..tls.subjectAltNames', predicate: 'exists' },
            { kind: 'ServiceEntry', path: 'spec.subjectAltNames', predicate: 'exists' },
            envoyFilter('verify_subject_alt_name|match_subject_alt_names'),
          ],
        },
      },
    ],
  },
  {
    id: 'ISTIO-SECURITY-2020-009',
    title: 'DENY rules for TCP with a leading wildcard never match',
    date: '2020-08-11',
    cves: ['CVE-2020-16844'],
    score: 6.8,
    vector: 'CVSS:3.1/AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:H/A:N',
    ranges: '1.5.0-1.5.9 1.6.0-1.6.8',
    olderLines: 'not-affected',
    components: ['istiod'],
    conditions: [
      {
        basis: 'config',
        what: 'a policy denies TCP by a principal or namespace that begins with a wildcard',
        query: {
          match: 'all',
          entries: [
            { kind: 'AuthorizationPolicy', path: 'spec.action', predicate: 'equals', value: 'DENY' },
            {
              kind: 'AuthorizationPolicy',
              path: 'spec.rules[].from[].source.(principals|namespaces)[]',
              predicate: 'matches',
              value: '^\\*.+',
            },
          ],
        },
      },
    ],
    workaround: 'write what TCP traffic is denied by in full, or by how it begins',
  },
  {
    id: 'ISTIO-SECURITY-2020-010',
    title: 'Only the first of several equal headers counts',
    date: '2020-09-29',
    cves: ['CVE-2020-25017'],
    score: 8.3,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:L/I:L/A:L',
    ranges: '1.6.0-1.6.11 1.7.0-1.7.3',
    olderLines: 'unknown',
    components: ['proxy', 'gateway'],
    conditions: [{ basis: 'always', what: 'something is decided by a header that may come twice' }],
  },
  {
    id: 'ISTIO-SECURITY-2020-011',
    title: 'Addresses of the PROXY protocol get lost for TCP',
    date: '2020-11-21',
    ranges: '=1.8.0',
    olderLines: 'not-affected',
    components: ['proxy'],
    conditions: [
      {
        basis: 'config',
        what: 'an EnvoyFilter switches on the PROXY protocol for what is not HTTP',
        query: { entries: [envoyFilter('proxy_protocol')] },
      },
    ],
    workaround: 'do not use the PROXY protocol for TCP with 1.8.0',
    notes: ['The bulletin names no patch with a fix.'],
    certainty: 'medium',
  },
];
