import type { AdvisoryRow } from './advisory-row.ts';

export const bulletinsEarly2021: readonly AdvisoryRow[] = [
  {
    id: 'ISTIO-SECURITY-2021-001',
    title: 'A token of an issuer that is not configured passes',
    date: '2021-03-01',
    score: 8.2,
    ranges: '1.9.0-1.9.1',
    olderLines: 'not-affected',
    components: ['proxy'],
    conditions: [
      {
        basis: 'config',
        what: 'a RequestAuthentication guards a workload, and no policy there asks for a request principal',
        query: { entries: [{ kind: 'RequestAuthentication', path: 'spec.jwtRules', predicate: 'exists' }] },
        unless: {
          entries: [
            {
              kind: 'AuthorizationPolicy',
              path: 'spec.rules[].from[].source.requestPrincipals',
              predicate: 'exists',
              scope: 'authenticated-workload',
            },
          ],
        },
      },
    ],
    workaround: 'add an AuthorizationPolicy that asks for requestPrincipals',
  },
  {
    id: 'ISTIO-SECURITY-2021-002',
    title: 'Policies for ports 80 and 443 of gateways do not match',
    date: '2021-04-07',
    ranges: '1.6.0+',
    olderLines: 'not-affected',
    components: ['gateway'],
    conditions: [
      {
        basis: 'config',
        what: 'a policy of a gateway names port 80 or 443, but its container has listened on 8080 and 8443 from 1.6 on',
        query: {
          entries: [
            {
              kind: 'AuthorizationPolicy',
              path: 'spec.rules[].to[].operation.ports[]',
              predicate: 'in',
              value: ['80', '443'],
              scope: 'gateway-policy',
            },
          ],
        },
      },
    ],
    workaround: 'write such policies for 8080 and 8443',
    status: 'configuration-advice',
    notes: ['This is about configuration: no version changes it.'],
  },
  {
    id: 'ISTIO-SECURITY-2021-003',
    title: 'TLS alerts and HTTP/2 frames from afar stop the proxy',
    date: '2021-04-15',
    cves: ['CVE-2021-28683', 'CVE-2021-28682', 'CVE-2021-29258'],
    score: 7.5,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
    cveScores: { 'CVE-2021-28683': 7.5, 'CVE-2021-28682': 7.5, 'CVE-2021-29258': 7.5 },
    ranges: '1.8.0-1.8.5 1.9.0-1.9.3',
    olderLines: 'affected',
    components: ['proxy', 'gateway'],
    conditions: [
      { basis: 'always', what: 'anybody sends unknown alerts, huge timeouts of gRPC or empty metadata' },
    ],
    notes: ['The bulletin lists the fixed versions as affected; the ranges here are turned around.'],
    certainty: 'medium',
  },
  {
    id: 'ISTIO-SECURITY-2021-004',
    title: 'Fields about the identity of the peer never match plaintext',
    date: '2021-04-15',
    ranges: '1.5.0+',
    olderLines: 'not-affected',
    components: ['istiod'],
    conditions: [
      {
        basis: 'config',
        what: "a policy decides by the peer's identity where plaintext is accepted, too",
        query: {
          match: 'all-required-plus-any',
          entries: [
            {
              kind: 'AuthorizationPolicy',
              path: 'spec.rules[].from[].source.(principals|notPrincipals|namespaces|notNamespaces)',
              predicate: 'exists',
            },
            {
              kind: 'AuthorizationPolicy',
              path: 'spec.rules[].when[].key',
              predicate: 'in',
              value: ['source.principal', 'source.namespace'],
            },
            {
              kind: 'PeerAuthentication',
              path: 'spec.mtls.mode',
              predicate: 'effectiveNotEquals',
              value: 'STRICT',
              required: true,
            },
          ],
        },
      },
    ],
    workaround: 'demand mutual TLS (STRICT), or allow only peers that have a namespace',
    status: 'configuration-advice',
    notes: ['This is about configuration: no version changes it.'],
  },
];
