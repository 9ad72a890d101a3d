import { as, map, message, oneOf } from './schema/fields.ts';
import { portKeys, portLevelNeedsSelector } from './cel-rules.ts';
import { PolicySelector } from './policy-target.ts';
import { istioKind } from './schema/istio-kind.ts';

export const PeerAuthenticationMutualTLS = message('Mutual TLS requirement for inbound connections.', {
  mode: oneOf(
    ['UNSET', 'DISABLE', 'PERMISSIVE', 'STRICT'],
    'Whether inbound connections must be plain (`DISABLE`), may be either (`PERMISSIVE`) or must use mutual TLS (`STRICT`). Default: inherited, finally PERMISSIVE.',
  ),
});

export const PeerAuthenticationSpec = message(
  'Which kinds of connection, mutual TLS or plain text, the workloads accept.',
  {
    selector: as(
      PolicySelector,
      'Pods whose inbound connections are affected; omitted means the namespace, or the mesh in the root namespace.',
    ),
    mtls: as(
      PeerAuthenticationMutualTLS,
      'Setting for all ports without one of their own. Unset inherits from namespace or mesh, finally PERMISSIVE.',
    ),
    portLevelMtls: map(
      PeerAuthenticationMutualTLS,
      'Setting per port of the workload, by number; needs a selector with labels.',
      { minProperties: 1, cel: [portKeys], keys: 'uint32' },
    ),
  },
  { cel: [portLevelNeedsSelector] },
);

export const PeerAuthentication = istioKind({
  group: 'security.istio.io',
  kind: 'PeerAuthentication',
  plural: 'peerauthentications',
  shortNames: ['pa'],
  versions: ['v1', 'v1beta1'],
  storage: 'v1',
  columns: { Mode: '.spec.mtls.mode' },
  age: 'last',
  spec: PeerAuthenticationSpec,
});
