import type { AdvisoryRow } from './advisory-row.ts';
import { envoyFilter } from './looks.ts';

export const bulletins2025: readonly AdvisoryRow[] = [
  {
    id: 'ISTIO-SECURITY-2025-001',
    title: 'OAuth2 keeps cookies after signing out; the DNS cache uses memory after freeing it',
    date: '2025-09-03',
    cves: ['CVE-2025-55162', 'CVE-2025-54588'],
    score: 7.5,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
    cveScores: { 'CVE-2025-55162': 6.3, 'CVE-2025-54588': 7.5 },
    ranges: '1.25.0-1.25.5 1.26.0-1.26.4 1.27.0-1.27.1',
    olderLines: 'unknown',
    components: ['proxy', 'gateway'],
    conditions: [
      {
        cves: ['CVE-2025-55162'],
        basis: 'config',
        what: 'the OAuth2 filter uses cookies named __Secure- or __Host-',
        query: { entries: [envoyFilter('oauth2'), envoyFilter('__Secure-|__Host-')] },
      },
      {
        cves: ['CVE-2025-54588'],
        basis: 'config',
        what: 'an EnvoyFilter adds the dynamic forward proxy',
        query: { entries: [envoyFilter('dynamic_forward_proxy')] },
      },
    ],
    notes: [
      'From 1.28 on names are forwarded dynamically without an EnvoyFilter, too; those lines begin with the fix.',
    ],
  },
  {
    id: 'ISTIO-SECURITY-2025-002',
    title: 'Large bodies of Lua and pools of connections stop the proxy',
    date: '2025-10-20',
    cves: ['CVE-2025-62504', 'CVE-2025-62409'],
    score: 6.6,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H',
    cveScores: { 'CVE-2025-62504': 6.5, 'CVE-2025-62409': 6.6 },
    ranges: '1.26.0-1.26.6 1.27.0-1.27.3',
    olderLines: 'unknown',
    components: ['proxy'],
    conditions: [
      {
        cves: ['CVE-2025-62504'],
        basis: 'config',
        what: 'Lua answers with bodies over the limit of a connection',
        query: {
          entries: [
            envoyFilter('lua|envoy.filters.http.lua'),
            { kind: 'TrafficExtension', path: 'spec.lua', predicate: 'exists' },
          ],
        },
      },
      {
        cves: ['CVE-2025-62409'],
        basis: 'exposure',
        what: 'connections with large requests or answers close half-way',
        whenUnseen: 'affected',
      },
    ],
    workaround: 'keep bodies that Lua makes below the limit of buffers (1 MB by default)',
    notes: ['The bulletin ends with 1.27.1; 1.27.2 is counted as affected, since 1.26.5 of the same day is.'],
    certainty: 'medium',
  },
  {
    id: 'ISTIO-SECURITY-2025-003',
    title: 'Names of certificates, fetching of JWT keys and CONNECT upgrades are handled wrongly',
    date: '2025-12-03',
    cves: ['CVE-2025-66220', 'CVE-2025-64527', 'CVE-2025-64763'],
    score: 8.1,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N',
    cveScores: { 'CVE-2025-66220': 8.1, 'CVE-2025-64527': 6.5, 'CVE-2025-64763': 5.3 },
    ranges: '1.26.0-1.26.7 1.27.0-1.27.4 1.28.0-1.28.1',
    olderLines: 'unknown',
    components: ['proxy', 'gateway'],
    conditions: [
      {
        cves: ['CVE-2025-66220'],
        basis: 'config',
        what: 'certificates from outside of the mesh with OTHERNAME entries are checked',
        query: {
          entries: [
            { kind: 'DestinationRule', path: 'spec..tls.subjectAltNames', predicate: 'exists' },
            { kind: 'Gateway', path: 'spec.servers[].tls.subjectAltNames', predicate: 'exists' },
          ],
        },
      },
      {
        cves: ['CVE-2025-64527'],
        basis: 'config',
        what: 'Envoy itself fetches JWT keys',
        query: {
          entries: [
            envoyFilter('jwt_authn'),
            {
              kind: 'IstiodEnv',
              path: 'PILOT_JWT_ENABLE_REMOTE_JWKS',
              predicate: 'in',
              value: ['true', 'hybrid', 'envoy'],
            },
          ],
        },
      },
      {
        cves: ['CVE-2025-64763'],
        basis: 'exposure',
        what: 'WebSocket or CONNECT upgrades are accepted',
        whenUnseen: 'affected',
      },
    ],
  },
  {
    id: 'ISTIO-SECURITY-2025-004',
    title: 'The DNS library uses memory after freeing it',
    date: '2025-12-22',
    cves: ['CVE-2025-62408'],
    aliases: ['GHSA-fg9g-pvc4-776f'],
    score: 5.3,
    vector: 'CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:N/I:H/A:N',
    ranges: '1.26.0-1.26.8 1.27.0-1.27.5 1.28.0-1.28.2',
    olderLines: 'unknown',
    components: ['proxy'],
    conditions: [
      {
        basis: 'config',
        what: 'Envoy resolves names by DNS with a server that may be hostile',
        query: {
          entries: [
            {
              kind: 'ServiceEntry',
              path: 'spec.resolution',
              predicate: 'in',
              value: ['DNS', 'DNS_ROUND_ROBIN', 'DYNAMIC_DNS'],
            },
            { kind: 'MeshConfig', path: 'extensionProviders', predicate: 'exists' },
          ],
        },
      },
    ],
    workaround: 'use DNS servers that you trust',
  },
];
