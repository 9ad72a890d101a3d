import type { AdvisoryRow } from './advisory-row.ts';
import { envoyFilter, istiodEnv } from './looks.ts';

export const bulletinsEarly2026: readonly AdvisoryRow[] = [
  {
    id: 'ISTIO-SECURITY-2026-001',
    title: 'JWT keys fall back to public ones, debug data is open, rules about headers can be avoided',
    date: '2026-03-10',
    cves: [
      'CVE-2026-31837',
      'CVE-2026-31838',
      'CVE-2026-26308',
      'CVE-2026-26309',
      'CVE-2026-26310',
      'CVE-2026-26311',
      'CVE-2026-26330',
    ],
    aliases: ['GHSA-v75c-crr9-733c', 'GHSA-974c-2wxh-g4ww'],
    score: 8.7,
    vector: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N',
    cveScores: {
      'CVE-2026-31837': 8.7,
      'CVE-2026-31838': 6.9,
      'CVE-2026-26308': 7.5,
      'CVE-2026-26309': 5.3,
      'CVE-2026-26310': 5.9,
      'CVE-2026-26311': 5.9,
      'CVE-2026-26330': 5.3,
    },
    ranges: '1.27.0-1.27.8 1.28.0-1.28.5 1.29.0-1.29.1',
    rangesOf: { 'CVE-2026-26330': '1.28.0-1.28.5 1.29.0-1.29.1' },
    olderLines: 'affected',
    components: ['istiod', 'proxy'],
    conditions: [
      {
        cves: ['CVE-2026-31837'],
        basis: 'config',
        what: 'keys for JWTs are fetched: where that fails, a key pair that everybody knows is used',
        query: {
          entries: [
            { kind: 'RequestAuthentication', path: 'spec.jwtRules[].jwksUri', predicate: 'exists' },
            { kind: 'RequestAuthentication', path: 'spec.jwtRules[].(jwks|jwksUri)', predicate: 'absent' },
          ],
        },
      },
      {
        cves: ['CVE-2026-31838'],
        basis: 'exposure',
        what: 'debug data of istiod (15010, 15014) can be read by every workload that reaches it',
        whenUnseen: 'affected',
      },
      {
        cves: ['CVE-2026-26308'],
        basis: 'config',
        what: 'a policy has a condition on headers',
        query: {
          entries: [
            {
              kind: 'AuthorizationPolicy',
              path: 'spec.rules[].when[].key',
              predicate: 'matches',
              value: '^request\\.headers\\[',
            },
          ],
        },
      },
      {
        cves: ['CVE-2026-26330'],
        basis: 'config',
        what: 'requests are limited by a rate limit service',
        query: { entries: [envoyFilter('ratelimit')] },
      },
      {
        basis: 'config',
        what: 'images of WasmPlugins come from registries',
        query: { entries: [{ kind: 'WasmPlugin', path: 'spec.url', predicate: 'exists' }] },
      },
      {
        cves: ['CVE-2026-26311', 'CVE-2026-26310', 'CVE-2026-26309'],
        basis: 'always',
        what: 'it is a proxy of these versions',
      },
    ],
    optOuts: [
      {
        cves: ['CVE-2026-31838'],
        setting: 'ENABLE_DEBUG_ENDPOINT_AUTH=false',
        query: istiodEnv('ENABLE_DEBUG_ENDPOINT_AUTH', 'false'),
      },
    ],
    workaround:
      'put JWT keys into the RequestAuthentication (jwks); allow only what you trust to reach 15010 and 15014 of istiod; keep ENABLE_DEBUG_ENDPOINT_AUTH on',
    notes: [
      'The score is that of CVE-2026-31837 (CVSS 4.0).',
      'Older lines get no fix, as the CVE records say.',
    ],
    sources: ['bulletin', 'release-notes', 'cve-list'],
  },
  {
    id: 'ISTIO-SECURITY-2026-002',
    title: 'A VirtualService can take over the traffic of other namespaces',
    date: '2026-03-20',
    score: 5.9,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:H/UI:R/S:C/C:L/I:L/A:L',
    ranges: '0.0.0+',
    olderLines: 'affected',
    components: ['istiod', 'proxy'],
    conditions: [
      {
        basis: 'config',
        what: 'a VirtualService for all sidecars names hosts of other namespaces, in a mesh of several tenants',
        query: {
          match: 'all',
          entries: [
            { kind: 'VirtualService', path: 'spec.gateways', predicate: 'containsOrAbsent', value: 'mesh' },
            { kind: 'VirtualService', path: 'spec.hosts[]', predicate: 'outsideNamespace' },
          ],
        },
      },
      { basis: 'rbac', what: 'tenants may write VirtualServices, DestinationRules or ServiceEntries' },
    ],
    workaround:
      'let tenants use routes of the Gateway API, limit exportTo, and demand mutual TLS with AuthorizationPolicies',
    status: 'by-design',
    notes: ['No version changes it: it is how VirtualServices work.'],
  },
];
