import { describe, expect, it } from 'vitest';
import { ruleResults } from '../../testing/rule-results.ts';

const service = `
apiVersion: v1
kind: Service
metadata: { name: ledger, namespace: shop }
spec: { ports: [{ name: https, port: 443 }] }
---`;

const authorizationOf = (target: string, namespace = 'shop'): string => `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: policy, namespace: ${namespace} }
spec: { targetRefs: [{ ${target} }] }
---`;

const tlsOf = (
  name: string,
  target: string,
  metadata = '',
  validation = 'wellKnownCACertificates: System',
): string => `
apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: { name: ${name}, namespace: shop, ${metadata} }
spec: { targetRefs: [{ ${target} }], validation: { hostname: a.example, ${validation} } }
---`;

const ledger = 'group: "", kind: Service, name: ledger';
const gone = 'group: "", kind: Service, name: gone';
const ignored = 'annotations: { istio.io/ignore-policy-attachment: "true" }';
const config = (name: string, text: string): string =>
  `\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: shop }\ndata: { ca.crt: "${text}" }\n---`;
const caOf = (name: string): string => `caCertificateRefs: [{ group: "", kind: ConfigMap, name: ${name} }]`;

describe('rules about policies', () => {
  const table: readonly (readonly [string, string, string, readonly string[]])[] = [
    [
      'misses a Service',
      'k8spolicy/target-not-found',
      service + authorizationOf(gone),
      ['error AuthorizationPolicy/policy spec.targetRefs[0]'],
    ],
    [
      'is not sure in an unknown namespace',
      'k8spolicy/target-not-found',
      authorizationOf(gone),
      ['info AuthorizationPolicy/policy spec.targetRefs[0]'],
    ],
    [
      'misses the Service of a policy about TLS',
      'k8spolicy/target-not-found',
      service + tlsOf('a', gone),
      ['error BackendTLSPolicy/a spec.targetRefs[0]'],
    ],
    [
      'leaves policies alone that Istio passes over',
      'k8spolicy/target-not-found',
      service + tlsOf('a', gone, ignored),
      [],
    ],
    [
      'takes the class of waypoints in the root namespace',
      'k8spolicy/gateway-class',
      authorizationOf(
        'group: gateway.networking.k8s.io, kind: GatewayClass, name: istio-waypoint',
        'istio-system',
      ),
      [],
    ],
    [
      'takes no other class',
      'k8spolicy/gateway-class',
      authorizationOf('group: gateway.networking.k8s.io, kind: GatewayClass, name: istio', 'istio-system'),
      ['error AuthorizationPolicy/policy spec.targetRefs[0]'],
    ],
    [
      'lets the older policy hold',
      'backendtls/conflict',
      tlsOf('a', ledger, 'creationTimestamp: "2026-02-01T00:00:00Z"') +
        tlsOf('b', ledger, 'creationTimestamp: "2026-01-01T00:00:00Z"'),
      ['error BackendTLSPolicy/a spec.targetRefs[0]'],
    ],
    [
      'compares no policy that Istio passes over',
      'backendtls/conflict',
      tlsOf('a', ledger) + tlsOf('b', ledger, ignored),
      [],
    ],
    [
      'misses the name of a port',
      'backendtls/port-name',
      service + tlsOf('a', `${ledger}, sectionName: http`),
      ['error BackendTLSPolicy/a spec.targetRefs[0].sectionName'],
    ],
    [
      'wants certificates in the ConfigMap',
      'backendtls/ca',
      tlsOf('a', ledger, '', caOf('b')) + config('b', 'none'),
      ['error BackendTLSPolicy/a spec.validation.caCertificateRefs[0]'],
    ],
    [
      'misses a ConfigMap beside others',
      'backendtls/ca',
      tlsOf('a', ledger, '', caOf('c')) + config('b', 'none'),
      ['error BackendTLSPolicy/a spec.validation.caCertificateRefs[0]'],
    ],
    [
      'takes certificates in the ConfigMap',
      'backendtls/ca',
      tlsOf('a', ledger, '', caOf('b')) + config('b', '-----BEGIN CERTIFICATE-----'),
      [],
    ],
    [
      'knows only the certificates of the system',
      'backendtls/ca',
      tlsOf('a', ledger, '', 'wellKnownCACertificates: a.example/b'),
      ['error BackendTLSPolicy/a spec.validation.wellKnownCACertificates'],
    ],
  ];
  it.each(table)('%s: %s', async (_, rule, text, expected) => {
    expect(await ruleResults(rule, text)).toEqual(expected);
  });
});
