import type { AdvisoryRow } from './advisory-row.ts';
import { istiodEnv } from './looks.ts';

export const releaseNotesEarly2026: readonly AdvisoryRow[] = [
  {
    id: 'ISTIO-UNB-2025-10-GWSECRET',
    title: 'Secrets of gateways are open to all service accounts of their namespace',
    date: '2025-10-13',
    ranges: '1.26.0-1.26.5 1.27.0-1.27.2',
    olderLines: 'affected',
    components: ['istiod'],
    conditions: [
      {
        basis: 'config',
        what: 'Gateways of the Gateway API load Secrets for TLS',
        query: {
          entries: [
            {
              kind: 'Gateway.gateway.networking.k8s.io',
              path: 'spec.listeners[].tls.certificateRefs',
              predicate: 'exists',
            },
          ],
        },
      },
    ],
    notes: ['1.28.0 has the fix. Gateways with a host name as address stay as they were.'],
    sources: ['release-notes', 'release-tags'],
    url: 'https://istio.io/latest/news/releases/1.27.x/announcing-1.27.2/',
  },
  {
    id: 'ISTIO-UNB-2026-02-ANNOTATION',
    title: 'Annotations put anything into injected Pods',
    date: '2026-02-08',
    ranges: '1.27.0-1.27.6 1.28.0-1.28.4',
    olderLines: 'affected',
    components: ['istiod'],
    conditions: [
      {
        basis: 'rbac',
        what: 'people who are not trusted may annotate Pods or objects of the Gateway API',
        query: {
          entries: [
            {
              kind: 'Gateway.gateway.networking.k8s.io',
              path: 'metadata.annotations.*',
              predicate: 'matches',
              value: '[\\n\\r]',
            },
            {
              kind: 'Pod',
              path: 'metadata.annotations.*',
              predicate: 'matches',
              value: '^(sidecar|proxy)\\.istio\\.io/.*[\\n\\r]',
            },
          ],
        },
      },
    ],
    notes: ['1.29.0 has the fix.'],
    sources: ['release-notes', 'release-tags'],
    url: 'https://istio.io/latest/news/releases/1.28.x/announcing-1.28.4/',
  },
  {
    id: 'ISTIO-UNB-2026-02-GWCONTROLLER',
    title: 'What deploys gateways can be led to create more than they need',
    date: '2026-02-08',
    ranges: '1.27.0-1.27.6 1.28.0-1.28.4',
    olderLines: 'affected',
    components: ['istiod'],
    conditions: [
      {
        basis: 'config',
        what: 'the Gateway API is installed, and istiod deploys gateways by itself',
        query: {
          match: 'all',
          entries: [
            {
              kind: 'CRD',
              name: 'gateways.gateway.networking.k8s.io',
              path: 'metadata.name',
              predicate: 'exists',
            },
            {
              kind: 'IstiodEnv',
              path: 'PILOT_ENABLE_GATEWAY_API_DEPLOYMENT_CONTROLLER',
              predicate: 'notEquals',
              value: 'false',
              absentMeans: 'affected',
            },
          ],
        },
      },
      {
        basis: 'rbac',
        what: 'people who are not trusted may create Gateways of the Gateway API, which istiod deploys',
      },
    ],
    workaround: 'set PILOT_ENABLE_GATEWAY_API_DEPLOYMENT_CONTROLLER=false',
    notes: ['1.29.0 has the fix.'],
    sources: ['release-notes', 'release-tags'],
    url: 'https://istio.io/latest/news/releases/1.28.x/announcing-1.28.4/',
  },
  {
    id: 'ISTIO-UNB-2026-02-DEBUG15014',
    title: 'Debug data of istiod can be read from other namespaces',
    date: '2026-02-08',
    ranges: '1.27.0-1.27.6 1.28.0-1.28.4',
    olderLines: 'affected',
    components: ['istiod'],
    conditions: [
      {
        basis: 'exposure',
        what: 'workloads that are not trusted reach port 15014 of istiod',
        whenUnseen: 'affected',
      },
    ],
    optOuts: [
      {
        setting: 'ENABLE_DEBUG_ENDPOINT_AUTH=false',
        query: istiodEnv('ENABLE_DEBUG_ENDPOINT_AUTH', 'false'),
      },
    ],
    workaround: 'allow only what you trust to reach port 15014',
    notes: ['ISTIO-SECURITY-2026-001 goes on with it.'],
    sources: ['release-notes', 'release-tags'],
    url: 'https://istio.io/latest/news/releases/1.28.x/announcing-1.28.4/',
  },
  {
    id: 'ISTIO-UNB-2026-05-DEBUGNS',
    title: 'Debug data over xDS can still be read from other namespaces',
    date: '2026-05-18',
    ranges: '1.28.0-1.28.7 1.29.0-1.29.3',
    olderLines: 'affected',
    components: ['istiod'],
    conditions: [
      {
        basis: 'exposure',
        what: 'workloads of namespaces that are not trusted connect to istiod',
        whenUnseen: 'affected',
      },
    ],
    optOuts: [
      {
        setting: 'ENABLE_DEBUG_ENDPOINT_AUTH=false',
        query: istiodEnv('ENABLE_DEBUG_ENDPOINT_AUTH', 'false'),
      },
    ],
    notes: ['1.30.0 has the fix.'],
    sources: ['release-notes', 'release-tags'],
    url: 'https://istio.io/latest/news/releases/1.29.x/announcing-1.29.3/',
  },
  {
    id: 'ISTIO-UNB-2026-05-AUTHZREGEX',
    title: 'Names of identities are taken as regular expressions',
    date: '2026-05-18',
    ranges: '1.28.0-1.28.7 1.29.0-1.29.3',
    olderLines: 'affected',
    components: ['istiod'],
    conditions: [
      {
        basis: 'config',
        what: 'a policy names identities with letters that mean something in regular expressions, such as a dot',
        query: {
          entries: [
            {
              kind: 'AuthorizationPolicy',
              path: 'spec.rules[].from[].source.(principals|notPrincipals)[]',
              predicate: 'matches',
              value: '^\\*.*[.\\[\\]()+?{}|^$\\\\]',
            },
            {
              kind: 'AuthorizationPolicy',
              path: 'spec.rules[].from[].source.(namespaces|notNamespaces)[]',
              predicate: 'matches',
              value: '[.\\[\\]()+?{}|^$\\\\]',
            },
          ],
        },
      },
    ],
    workaround: 'name whole principals',
    notes: ['1.30.0 has the fix. CVE-2026-39350 is the same for service accounts.'],
    sources: ['release-notes', 'release-tags'],
    url: 'https://istio.io/latest/news/releases/1.29.x/announcing-1.29.3/',
  },
  {
    id: 'ISTIO-UNB-2026-04-JWKSCIDR',
    title: 'Blocked ranges for JWT keys are avoided by a redirect or by discovery',
    date: '2026-04-13',
    ranges: '1.29.0-1.29.2',
    olderLines: 'not-affected',
    components: ['istiod'],
    conditions: [
      {
        basis: 'config',
        what: 'BLOCKED_CIDRS_IN_JWKS_URIS is relied upon',
        query: { entries: [{ kind: 'IstiodEnv', path: 'BLOCKED_CIDRS_IN_JWKS_URIS', predicate: 'exists' }] },
      },
    ],
    notes: ['1.28.6 got setting and fix at once.'],
    sources: ['release-notes', 'release-tags'],
    url: 'https://istio.io/latest/news/releases/1.29.x/announcing-1.29.2/',
  },
  {
    id: 'ISTIO-UNB-2026-05-IFNAMES',
    title: 'The annotation of excluded interfaces gives anything to iptables',
    date: '2026-05-18',
    ranges: '1.29.0-?',
    olderLines: 'affected',
    components: ['proxy', 'cni'],
    conditions: [
      {
        basis: 'rbac',
        what: 'people who are not trusted may annotate Pods',
        query: {
          entries: [
            {
              kind: 'PodAnnotation',
              path: 'traffic.sidecar.istio.io/excludeInterfaces',
              predicate: 'matches',
              value: '[^A-Za-z0-9_.:,\\- ]',
            },
          ],
        },
      },
    ],
    notes: ['1.30.0 has the fix; whether patches of 1.29 have it is not known.'],
    sources: ['release-notes', 'release-tags'],
    url: 'https://istio.io/latest/news/releases/1.30.x/announcing-1.30/',
    certainty: 'medium',
  },
];
