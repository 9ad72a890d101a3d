import type { DetectQuery } from '../../detect/index.ts';
import { envoyFilter } from './looks.ts';
import { publicGateway } from './public-gateway.ts';

/** Fixes of Envoy that came out together. */
export interface EnvoyBatch {
  readonly date: string;
  readonly envoyFixed: readonly string[];
  /** As in `EnvoyFix`. */
  readonly istioFixed: Readonly<Record<string, string>>;
  readonly sources: readonly string[];
  readonly url: string;
  readonly certainty: 'high' | 'medium' | 'low';
  readonly items: readonly EnvoyItem[];
}

interface EnvoyItem {
  readonly id: string;
  readonly feature: string;
  readonly score?: number;
  readonly alias?: string;
  readonly query?: DetectQuery;
  readonly note?: string;
  /** Where they differ from those of the batch. */
  readonly sources?: readonly string[];
  readonly certainty?: 'high';
}

const bulletin = (id: string): string => `https://istio.io/latest/news/security/istio-security-${id}/`;
const cveList = ['cve-list', 'istio-bulletin'];
const notesAndList = ['istio-release-notes', 'cve-list'];

/** Oldest first. */
export const envoyBatches: readonly EnvoyBatch[] = [
  {
    date: '2023-10-10',
    envoyFixed: ['1.24.11', '1.25.10', '1.26.5', '1.27.1'],
    istioFixed: { '1.17': '1.17.8', '1.18': '1.18.5', '1.19': '1.19.3' },
    sources: ['istio-bulletin'],
    url: bulletin('2023-004'),
    certainty: 'low',
    items: [
      {
        id: 'CVE-2023-44487',
        feature: 'HTTP/2 requests that are reset at once',
        score: 7.5,
        note: 'The releases of Envoy were not looked up again.',
      },
    ],
  },
  {
    date: '2026-03-10',
    envoyFixed: ['1.34.13', '1.35.9', '1.36.5', '1.37.1'],
    istioFixed: { '1.27': '1.27.8', '1.28': '1.28.5', '1.29': '1.29.1', '1.30': 'not-affected' },
    sources: ['istio-bulletin'],
    url: bulletin('2026-001'),
    certainty: 'medium',
    items: [
      {
        id: 'CVE-2026-26308',
        alias: 'GHSA-ghc4-35x6-crw5',
        feature: 'RBAC where a header has several values',
        score: 7.5,
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
        note: 'The text of the record says 1.35.8, its range 1.35.9.',
        sources: cveList,
        certainty: 'high',
      },
      { id: 'CVE-2026-26309', feature: 'escapes in JSON', score: 5.3 },
      { id: 'CVE-2026-26310', feature: 'IPv6 addresses with a zone', score: 5.9 },
      { id: 'CVE-2026-26311', feature: 'streams that were reset', score: 5.9 },
      { id: 'CVE-2026-26330', feature: 'rate limit client of gRPC, in 1.28 and 1.29 only', score: 5.3 },
    ],
  },
  {
    date: '2026-06-04',
    envoyFixed: ['1.35.11', '1.36.7', '1.37.3', '1.38.1'],
    istioFixed: { '1.28': '1.28.8', '1.29': '1.29.4', '1.30': '1.30.1', '1.31': 'not-affected' },
    sources: cveList,
    url: bulletin('2026-004'),
    certainty: 'high',
    items: [
      {
        id: 'CVE-2026-47774',
        alias: 'GHSA-22m2-hvr2-xqc8',
        feature: 'HTTP/2 cookies',
        score: 7.5,
        ...(publicGateway.query && { query: publicGateway.query }),
      },
    ],
  },
  {
    date: '2026-06-24',
    envoyFixed: ['1.35.13', '1.36.9', '1.37.5', '1.38.3'],
    istioFixed: { '1.28': '1.28.9', '1.29': '1.29.5', '1.30': '1.30.2', '1.31': 'not-affected' },
    sources: ['istio-bulletin'],
    url: bulletin('2026-005'),
    certainty: 'medium',
    items: [
      { id: 'CVE-2026-47692', feature: 'additional fields of the PROXY protocol', score: 4.8 },
      { id: 'CVE-2026-47207', feature: 'answers of external processing', score: 6.5 },
      {
        id: 'CVE-2026-47205',
        feature: 'external authorization with settings per route',
        score: 5.9,
        note: 'The notes of 1.35.13 do not name it.',
      },
      {
        id: 'CVE-2026-47220',
        feature: 'the requested server name in formats',
        score: 7.5,
        note: 'The notes of 1.36.9 do not name it: only newer lines have it.',
      },
      { id: 'CVE-2026-47221', feature: 'redirects inside of the proxy', score: 5.9 },
      { id: 'CVE-2026-48044', feature: 'unpacking of Zstandard', score: 7.5 },
      { id: 'CVE-2026-48090', feature: 'the OAuth2 answer with a token', score: 5.9 },
      { id: 'CVE-2026-47778', feature: 'zero bytes in names of certificates', score: 4.4 },
      { id: 'CVE-2026-47204', feature: 'statistics of gRPC', score: 6.5 },
      { id: 'CVE-2026-48497', feature: 'the DNS filter', score: 5.9 },
      { id: 'CVE-2026-48706', feature: 'statsd over TCP', score: 5.9 },
      { id: 'CVE-2026-48743', feature: 'the content length of HTTP/3', score: 7.5 },
      { id: 'CVE-2026-47775', feature: 'padding of OAuth2 cookies', score: 6.8 },
      { id: 'CVE-2026-48042', feature: 'deeply nested JSON', score: 7.5 },
      { id: 'GHSA-p7c7-7c47-pwch', feature: 'QPACK of HTTP/3', score: 7.5 },
    ],
  },
  {
    date: '2026-08-26',
    envoyFixed: ['1.36.10', '1.37.6', '1.38.4', '1.39.1'],
    istioFixed: { '1.28': 'none', '1.29': '1.29.7', '1.30': '1.30.4', '1.31': 'unknown' },
    sources: ['istio-release-notes'],
    url: 'https://istio.io/latest/news/releases/1.30.x/announcing-1.30.4/',
    certainty: 'medium',
    items: [
      {
        id: 'CVE-2026-73552',
        alias: 'GHSA-23xh-2qxr-3xv8',
        feature: 'RBAC regular expressions on headers that are not UTF-8: DENY rules do not match',
        score: 7.5,
        sources: notesAndList,
        certainty: 'high',
      },
      {
        id: 'CVE-2026-73553',
        alias: 'GHSA-77x5-xqjg-hprq',
        feature: 'RBAC paths where routes ignore parameters',
        score: 7.5,
        sources: notesAndList,
        certainty: 'high',
      },
      {
        id: 'CVE-2026-73550',
        alias: 'GHSA-qgf6-qvhw-4hvh',
        feature: 'a second Host in HTTP/2',
        score: 7.5,
        sources: notesAndList,
        certainty: 'high',
      },
      { id: 'CVE-2026-73513', feature: 'HTTP/2 trailers that do not end the stream', score: 7.5 },
      { id: 'CVE-2026-73512', feature: 'QUIC datagrams', score: 7.5 },
      { id: 'CVE-2026-73547', feature: 'external authorization of CONNECT', score: 7.5 },
      { id: 'CVE-2026-73549', feature: 'HTTP/3 clients with IPv6 zones', score: 5.3 },
      { id: 'CVE-2026-50572', feature: 'the HTTP client of external authorization', score: 5.9 },
      { id: 'CVE-2026-73546', feature: 'the statistics page of the admin port', score: 7.4 },
      { id: 'CVE-2026-48521', feature: 'HTTP/3 pools chosen by ALPN', score: 5.9 },
      { id: 'CVE-2026-73551', feature: 'dots in paths with parameters', score: 5.3 },
      { id: 'CVE-2026-73511', feature: 'parameters in parts of paths', score: 5.3 },
      { id: 'CVE-2026-73548', feature: 'upgrades of protocols', score: 7.5 },
    ],
  },
  {
    date: '2026-10-01',
    envoyFixed: ['1.39.2'],
    istioFixed: { '1.29': 'unknown', '1.30': 'unknown', '1.31': 'unknown' },
    sources: ['envoy-changelog'],
    url: 'https://www.envoyproxy.io/docs/envoy/latest/version_history/v1.39/v1.39.2',
    certainty: 'medium',
    items: [
      {
        id: 'CVE-2026-35189',
        feature: 'certificates with CRL distribution points use up memory (BoringSSL)',
        ...(publicGateway.query && { query: publicGateway.query }),
        note: 'Envoy fixed it after 1.29.8, 1.30.5 and 1.31.1 of Istio came out: they are affected unless built anew.',
      },
    ],
  },
  {
    date: '2026-10-06',
    envoyFixed: ['1.39.3'],
    istioFixed: { '1.31': 'unknown' },
    sources: ['envoy-changelog'],
    url: 'https://www.envoyproxy.io/docs/envoy/latest/version_history/v1.39/v1.39.3',
    certainty: 'medium',
    items: [
      {
        id: 'ENVOY-1.39.3-CONNECT',
        feature: 'OAuth2 and API key filters stop the proxy on CONNECT without a path',
        query: { entries: [envoyFilter('oauth2|api_key_auth')] },
        note: 'There is no CVE number.',
      },
    ],
  },
];
