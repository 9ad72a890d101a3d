import { as, map, message, oneOf } from './schema/fields.ts';
import { portKeys, portLevelNeedsSelector } from './cel-rules.ts';
import { PolicySelector } from './policy-target.ts';
import { istioKind } from './schema/istio-kind.ts';

export const PeerAuthenticationMutualTLS = message('', {
  mode: oneOf(['UNSET', 'DISABLE', 'PERMISSIVE', 'STRICT']),
});

export const PeerAuthenticationSpec = message(
  '',
  {
    selector: as(PolicySelector, ''),
    mtls: as(PeerAuthenticationMutualTLS, ''),
    portLevelMtls: map(PeerAuthenticationMutualTLS, '', {
      minProperties: 1,
      cel: [portKeys],
      keys: 'uint32',
    }),
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
