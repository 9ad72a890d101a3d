import type { AdvisoryRow } from './advisory-row.ts';
import { envoyFilter, istiodEnv } from './looks.ts';
import { publicHttp2 } from './public-gateway.ts';

export const releaseNotesAugust2026: readonly AdvisoryRow[] = [
  {
    id: 'ISTIO-UNB-2026-08-ENVOY',
    title: 'Envoy fixes of August 2026',
    date: '2026-08-26',
    cves: [
      'CVE-2026-73513',
      'CVE-2026-73552',
      'CVE-2026-73512',
      'CVE-2026-73547',
      'CVE-2026-73549',
      'CVE-2026-50572',
      'CVE-2026-73546',
      'CVE-2026-48521',
      'CVE-2026-73551',
      'CVE-2026-73511',
      'CVE-2026-73548',
      'CVE-2026-73550',
      'CVE-2026-73553',
    ],
    score: 7.5,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
    cveScores: {
      'CVE-2026-73513': 7.5,
      'CVE-2026-73552': 7.5,
      'CVE-2026-73512': 7.5,
      'CVE-2026-73547': 7.5,
      'CVE-2026-73549': 5.3,
      'CVE-2026-50572': 5.9,
      'CVE-2026-73546': 7.4,
      'CVE-2026-48521': 5.9,
      'CVE-2026-73551': 5.3,
      'CVE-2026-73511': 5.3,
      'CVE-2026-73548': 7.5,
      'CVE-2026-73550': 7.5,
      'CVE-2026-73553': 7.5,
    },
    ranges: '1.28.0- 1.29.0-1.29.7 1.30.0-1.30.4 1.31.0-?',
    olderLines: 'affected',
    components: ['proxy', 'gateway'],
    conditions: [
      publicHttp2,
      {
        cves: ['CVE-2026-73552'],
        basis: 'config',
        what: 'a policy excludes what matches a regular expression on headers',
        query: {
          entries: [
            {
              kind: 'AuthorizationPolicy',
              path: 'spec.rules[].when[].key',
              predicate: 'matches',
              value: '^request\\.headers\\[',
            },
            envoyFilter('safe_regex'),
          ],
        },
      },
      {
        cves: ['CVE-2026-73512', 'CVE-2026-73549', 'CVE-2026-48521'],
        basis: 'config',
        what: 'gateways listen for QUIC',
        query: {
          entries: [
            { kind: 'IstiodEnv', path: 'PILOT_ENABLE_QUIC_LISTENERS', predicate: 'equals', value: 'true' },
          ],
        },
      },
      {
        cves: ['CVE-2026-73547', 'CVE-2026-50572'],
        basis: 'config',
        what: 'requests are authorized by another service',
        query: {
          entries: [
            { kind: 'AuthorizationPolicy', path: 'spec.action', predicate: 'equals', value: 'CUSTOM' },
            envoyFilter('ext_authz'),
          ],
        },
      },
      {
        cves: ['CVE-2026-73553', 'CVE-2026-73511', 'CVE-2026-73551'],
        basis: 'config',
        what: 'parameters in paths are ignored by routes, but not by policies',
        query: { entries: [envoyFilter('ignore_path_parameters_in_path_matching')] },
      },
      { cves: ['CVE-2026-73548'], basis: 'exposure', what: 'protocols are upgraded', whenUnseen: 'affected' },
      {
        cves: ['CVE-2026-73546'],
        basis: 'runtime',
        what: 'somebody opens the statistics page of the admin port',
      },
    ],
    notes: ['Whether 1.31.0 and 1.31.1 have the fixes is not known.'],
    sources: ['release-notes', 'cve-list'],
    url: 'https://istio.io/latest/news/releases/1.30.x/announcing-1.30.4/',
    certainty: 'medium',
  },
  {
    id: 'ISTIO-UNB-2026-08-BACKENDTLS',
    title: 'Sidecars send plaintext when the CA of a BackendTLSPolicy is missing',
    date: '2026-08-26',
    aliases: ['GHSA-qm8v-g4f9-qhjx'],
    score: 6.8,
    ranges: '1.28.0- 1.29.0-1.29.7 1.30.0-1.30.4 1.31.0-1.31.1',
    olderLines: 'affected',
    components: ['istiod', 'proxy'],
    conditions: [
      {
        basis: 'config',
        what: 'a BackendTLSPolicy names a CA that does not exist',
        query: {
          entries: [
            {
              kind: 'BackendTLSPolicy',
              path: 'spec.validation.caCertificateRefs[]',
              predicate: 'unresolved',
            },
          ],
        },
      },
    ],
    workaround: 'see that every CA exists, or use wellKnownCACertificates',
    notes: ['In 1.26 and 1.27 it takes PILOT_ENABLE_ALPHA_GATEWAY_API=true.'],
    sources: ['release-notes', 'release-tags'],
    url: 'https://istio.io/latest/news/releases/1.31.x/announcing-1.31.1/',
  },
  {
    id: 'ISTIO-UNB-2026-08-XDSAPI',
    title: 'The api generator of xDS answers every client',
    date: '2026-08-26',
    ranges: '1.28.0- 1.29.0-1.29.7 1.30.0-1.30.4',
    olderLines: 'affected',
    components: ['istiod'],
    conditions: [
      {
        basis: 'exposure',
        what: 'clients that are not trusted reach the xDS ports of istiod',
        whenUnseen: 'affected',
      },
    ],
    optOuts: [
      {
        setting: 'ENABLE_XDS_API_GENERATOR_AUTH=false',
        query: istiodEnv('ENABLE_XDS_API_GENERATOR_AUTH', 'false'),
      },
    ],
    workaround: 'allow only what you trust to reach 15010 and 15012',
    notes: ['1.31.0 has the fix.'],
    sources: ['release-notes', 'release-tags'],
    url: 'https://istio.io/latest/news/releases/1.30.x/announcing-1.30.4/',
  },
];
