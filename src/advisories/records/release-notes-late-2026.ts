import type { AdvisoryRow } from './advisory-row.ts';
import { istiodEnv } from './looks.ts';

export const releaseNotesLate2026: readonly AdvisoryRow[] = [
  {
    id: 'ISTIO-UNB-2026-08-ANNESCAPE',
    title: 'Five annotations are put into injected Pods as they stand',
    date: '2026-08-26',
    ranges: '1.28.0- 1.29.0-1.29.7 1.30.0-1.30.4 1.31.0-1.31.1',
    olderLines: 'affected',
    components: ['istiod'],
    conditions: [
      {
        basis: 'rbac',
        what: 'people who are not trusted may annotate Pods or Gateways',
        query: {
          entries: [
            {
              kind: 'PodAnnotation',
              path: 'sidecar.istio.io/proxyImage',
              predicate: 'matches',
              value: '["\\n\\r{}]',
            },
            {
              kind: 'PodAnnotation',
              path: 'sidecar.istio.io/bootstrapOverride',
              predicate: 'matches',
              value: '["\\n\\r{}]',
            },
            {
              kind: 'PodAnnotation',
              path: 'sidecar.istio.io/logLevel',
              predicate: 'matches',
              value: '["\\n\\r{}]',
            },
            {
              kind: 'PodAnnotation',
              path: 'sidecar.istio.io/componentLogLevel',
              predicate: 'matches',
              value: '["\\n\\r{}]',
            },
            {
              kind: 'PodAnnotation',
              path: 'sidecar.istio.io/agentLogLevel',
              predicate: 'matches',
              value: '["\\n\\r{}]',
            },
          ],
        },
      },
    ],
    sources: ['release-notes', 'release-tags'],
    url: 'https://istio.io/latest/news/releases/1.31.x/announcing-1.31.1/',
  },
  {
    id: 'ISTIO-UNB-2026-09-JWKSMETA',
    title: 'istiod fetches JWT keys from metadata addresses of clouds',
    date: '2026-09-21',
    ranges: '1.28.0- 1.29.0-1.29.7 1.30.0-? 1.31.0-1.31.1',
    olderLines: 'affected',
    components: ['istiod'],
    conditions: [{ basis: 'rbac', what: 'people who are not trusted may create RequestAuthentications' }],
    workaround: 'set BLOCKED_CIDRS_IN_JWKS_URIS to link-local and metadata addresses',
    notes: ['Whether 1.30 has the fix is not known.'],
    sources: ['release-notes', 'release-tags'],
    url: 'https://istio.io/latest/news/releases/1.31.x/announcing-1.31.1/',
    certainty: 'medium',
  },
  {
    id: 'ISTIO-UNB-2026-09-CERTREF',
    title: 'The status of Gateways tells which Secrets of other namespaces exist',
    date: '2026-09-21',
    ranges: '1.28.0- 1.29.0-1.29.7 1.30.0-? 1.31.0-1.31.1',
    olderLines: 'affected',
    components: ['istiod'],
    conditions: [{ basis: 'rbac', what: 'people who are not trusted may create Gateways' }],
    notes: ['Whether 1.30 has the fix is not known.'],
    sources: ['release-notes', 'release-tags'],
    url: 'https://istio.io/latest/news/releases/1.31.x/announcing-1.31.1/',
    certainty: 'medium',
  },
  {
    id: 'ISTIO-UNB-2026-09-KUBECONFIG',
    title: 'istioctl analyze runs programs that remote secrets name',
    date: '2026-09-21',
    ranges: '1.29.0-1.29.8 1.30.0-1.30.5 1.31.0-1.31.1',
    olderLines: 'affected',
    components: ['istioctl'],
    conditions: [
      {
        basis: 'config',
        what: 'istioctl analyze is used on clusters where people who are not trusted write remote secrets',
        query: {
          entries: [
            {
              kind: 'Secret',
              path: 'metadata.labels["istio/multiCluster"]',
              predicate: 'equals',
              value: 'true',
            },
          ],
        },
      },
    ],
    workaround: 'do not analyze such clusters with an older istioctl',
    notes: ['It is the version of istioctl that counts.'],
    sources: ['release-notes', 'release-tags'],
    url: 'https://istio.io/latest/news/releases/1.31.x/announcing-1.31.1/',
  },
  {
    id: 'ISTIO-UNB-2026-09-CANARYWP',
    title: 'A canary waypoint ignores which namespaces may see a service',
    date: '2026-09-21',
    ranges: '1.31.0-1.31.1',
    olderLines: 'not-affected',
    components: ['istiod'],
    conditions: [
      {
        basis: 'config',
        what: 'canary waypoints and visibility of ServiceEntries are used together',
        query: {
          match: 'all',
          entries: [
            { kind: 'MeshConfig', path: 'serviceEntryVisibility', predicate: 'exists' },
            {
              kind: 'ServiceEntry',
              path: 'metadata.labels["istio.io/use-waypoint-canary"]',
              predicate: 'exists',
            },
          ],
        },
      },
    ],
    sources: ['release-notes', 'release-tags'],
    url: 'https://istio.io/latest/news/releases/1.31.x/announcing-1.31.1/',
  },
  {
    id: 'ISTIO-UNB-2026-08-NETNS',
    title: 'The node agent may take the network of another Pod',
    date: '2026-08-26',
    ranges: '1.29.0-1.29.7 1.30.0-?',
    olderLines: 'affected',
    components: ['cni'],
    conditions: [
      {
        basis: 'config',
        what: 'ambient mode is on',
        query: {
          entries: [
            {
              kind: 'DaemonSet',
              name: 'istio-cni-node',
              path: 'spec.template.spec.containers[].env[]{name=AMBIENT_ENABLED}.value',
              predicate: 'equals',
              value: 'true',
            },
            {
              kind: 'ConfigMap',
              name: 'istio-cni-config',
              path: 'data.AMBIENT_ENABLED',
              predicate: 'equals',
              value: 'true',
            },
          ],
        },
      },
    ],
    notes: ['1.31.0 has the fix; whether 1.30 has it is not known.'],
    sources: ['release-notes', 'release-tags'],
    url: 'https://istio.io/latest/news/releases/1.29.x/announcing-1.29.7/',
    certainty: 'medium',
  },
  {
    id: 'ISTIO-UNB-2026-08-WAYPOINTBYPASS',
    title: 'Ingress passes by the waypoints of services in other networks',
    date: '2026-08-26',
    ranges: '1.29.0-1.29.7 1.30.0-1.30.4',
    olderLines: 'unknown',
    components: ['istiod', 'gateway'],
    conditions: [
      {
        basis: 'config',
        what: 'ambient mode spans networks, with ingress through waypoints',
        query: {
          entries: [
            { kind: 'NamespaceLabel', path: 'topology.istio.io/network', predicate: 'exists' },
            {
              kind: 'Service',
              path: 'metadata.labels["istio.io/ingress-use-waypoint"]',
              predicate: 'exists',
            },
          ],
        },
      },
    ],
    notes: ['1.31.0 has the fix.'],
    sources: ['release-notes', 'release-tags'],
    url: 'https://istio.io/latest/news/releases/1.30.x/announcing-1.30.4/',
  },
  {
    id: 'ISTIO-UNB-2026-08-GWMERGE',
    title: 'Gateways of other namespaces become part of managed gateways',
    date: '2026-08-31',
    ranges: '1.30.0-',
    olderLines: 'affected',
    components: ['istiod'],
    conditions: [
      {
        basis: 'config',
        what: 'a Gateway of Istio selects the proxy of a Gateway of the Gateway API in another namespace',
        query: {
          entries: [
            {
              kind: 'Gateway',
              path: 'spec.selector["gateway.networking.k8s.io/gateway-name"]',
              predicate: 'exists',
              scope: 'gateway-elsewhere',
            },
          ],
        },
      },
    ],
    optOuts: [
      {
        setting: 'PILOT_ENABLE_STRICT_GATEWAY_MERGING=false',
        query: istiodEnv('PILOT_ENABLE_STRICT_GATEWAY_MERGING', 'false'),
      },
      {
        setting: 'compatibilityVersion up to 1.30',
        query: {
          entries: [
            {
              kind: 'HelmValue',
              path: 'compatibilityVersion',
              predicate: 'in',
              value: ['1.25', '1.26', '1.27', '1.28', '1.29', '1.30'],
            },
          ],
        },
      },
    ],
    workaround: 'select only gateways of the same namespace; 1.31 refuses others by default',
    notes: ['The compatibility profiles up to 1.30 switch it off again.'],
    sources: ['release-notes', 'release-tags'],
    url: 'https://istio.io/latest/news/releases/1.31.x/announcing-1.31/',
    certainty: 'medium',
  },
];
