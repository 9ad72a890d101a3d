import type { AdvisoryRow } from './advisory-row.ts';
import { envoyFilter } from './looks.ts';
import { publicHttp2 } from './public-gateway.ts';

export const bulletinsEarly2024: readonly AdvisoryRow[] = [
  {
    id: 'ISTIO-SECURITY-2024-001',
    title: 'The PROXY protocol, timeouts and kinds of addresses stop the proxy',
    date: '2024-02-08',
    cves: ['CVE-2024-23322', 'CVE-2024-23323', 'CVE-2024-23324', 'CVE-2024-23325', 'CVE-2024-23327'],
    score: 8.6,
    cveScores: {
      'CVE-2024-23322': 7.5,
      'CVE-2024-23323': 4.3,
      'CVE-2024-23324': 8.6,
      'CVE-2024-23325': 7.5,
      'CVE-2024-23327': 7.5,
    },
    ranges: '1.19.0-1.19.7 1.20.0-1.20.3',
    olderLines: 'affected',
    components: ['proxy', 'gateway'],
    conditions: [
      {
        cves: ['CVE-2024-23324', 'CVE-2024-23325', 'CVE-2024-23327'],
        basis: 'config',
        what: 'the PROXY protocol is in use',
        query: {
          entries: [
            { kind: 'MeshConfig', path: 'defaultConfig.gatewayTopology.proxyProtocol', predicate: 'exists' },
            {
              kind: 'PodAnnotation',
              path: 'proxy.istio.io/config',
              predicate: 'mentions',
              value: 'proxyProtocol',
            },
            envoyFilter('proxy_protocol'),
          ],
        },
      },
      {
        cves: ['CVE-2024-23325'],
        basis: 'config',
        what: 'the access log prints IP addresses of peer certificates',
        query: {
          entries: [
            {
              kind: 'MeshConfig',
              path: 'accessLogFormat',
              predicate: 'mentions',
              value: '%DOWNSTREAM_PEER_IP_SAN%',
            },
            { kind: 'Telemetry', path: 'spec.accessLogging', predicate: 'exists' },
          ],
        },
      },
    ],
  },
  {
    id: 'ISTIO-SECURITY-2024-002',
    title: 'Floods of HTTP/2 CONTINUATION frames use up CPU or memory',
    date: '2024-04-08',
    cves: ['CVE-2024-27919', 'CVE-2024-30255', 'CVE-2023-45288'],
    score: 7.5,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
    cveScores: { 'CVE-2024-27919': 7.5, 'CVE-2024-30255': 5.3 },
    ranges: '1.19.0-1.19.9 1.20.0-1.20.5 1.21.0-1.21.1',
    olderLines: 'affected',
    components: ['proxy', 'gateway', 'istiod'],
    conditions: [publicHttp2],
    notes: ['The bulletin calls CVE-2023-45288 (Go) CVE-2024-45288; with it istiod is concerned, too.'],
  },
  {
    id: 'ISTIO-SECURITY-2024-003',
    title: 'A long host name stops proxies that set SNI by themselves',
    date: '2024-04-22',
    cves: ['CVE-2024-32475'],
    score: 7.5,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
    ranges: '1.19.0-1.19.10 1.20.0-1.20.6 1.21.0-1.21.2',
    olderLines: 'affected',
    components: ['proxy', 'gateway'],
    conditions: [
      {
        basis: 'config',
        what: 'SNI is set automatically: from 1.21 on always, before that on demand and in egress gateways',
        query: {
          entries: [
            { kind: 'IstioVersion', path: 'line', predicate: 'atLeast', value: '1.21' },
            { kind: 'IstiodEnv', path: 'ENABLE_AUTO_SNI', predicate: 'equals', value: 'true' },
            {
              kind: 'Deployment',
              path: 'metadata.labels.istio',
              predicate: 'equals',
              value: 'egressgateway',
            },
          ],
        },
      },
    ],
  },
  {
    id: 'ISTIO-SECURITY-2024-004',
    title: 'QUIC, JSON logs, Brotli, upgrades and mirrored bodies are handled wrongly',
    date: '2024-06-04',
    cves: [
      'CVE-2024-32976',
      'CVE-2024-32975',
      'CVE-2024-32974',
      'CVE-2024-34363',
      'CVE-2024-34362',
      'CVE-2024-23326',
      'CVE-2024-34364',
    ],
    score: 7.5,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
    cveScores: {
      'CVE-2024-34362': 5.9,
      'CVE-2024-32974': 5.9,
      'CVE-2024-32975': 5.9,
      'CVE-2024-34363': 7.5,
      'CVE-2024-34364': 5.7,
      'CVE-2024-32976': 7.5,
      'CVE-2024-23326': 5.9,
    },
    ranges: '1.20.0-1.20.7 1.21.0-1.21.3 1.22.0-1.22.1',
    olderLines: 'affected',
    components: ['proxy', 'gateway'],
    conditions: [
      {
        cves: ['CVE-2024-34363'],
        basis: 'config',
        what: 'access logs are in JSON',
        query: {
          entries: [{ kind: 'MeshConfig', path: 'accessLogEncoding', predicate: 'equals', value: 'JSON' }],
        },
      },
      {
        cves: ['CVE-2024-23326'],
        basis: 'config',
        what: 'HTTP/1 connections are upgraded',
        query: {
          entries: [
            {
              kind: 'DestinationRule',
              path: 'spec..connectionPool.http.h2UpgradePolicy',
              predicate: 'exists',
            },
          ],
        },
      },
      {
        cves: ['CVE-2024-34362', 'CVE-2024-32974', 'CVE-2024-32975'],
        basis: 'config',
        what: 'gateways listen for QUIC',
        query: {
          entries: [
            { kind: 'IstiodEnv', path: 'PILOT_ENABLE_QUIC_LISTENERS', predicate: 'equals', value: 'true' },
          ],
        },
      },
      {
        cves: ['CVE-2024-34364'],
        basis: 'config',
        what: 'requests are authorized or processed by another service',
        query: {
          entries: [
            {
              kind: 'MeshConfig',
              path: 'extensionProviders[].(envoyExtAuthzHttp|envoyExtAuthzGrpc)',
              predicate: 'exists',
            },
            envoyFilter('ext_proc|ext_authz'),
          ],
        },
      },
      {
        cves: ['CVE-2024-32976'],
        basis: 'config',
        what: 'an EnvoyFilter adds the Brotli decompressor',
        query: { entries: [envoyFilter('brotli')] },
      },
    ],
  },
];
