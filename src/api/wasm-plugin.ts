import { anyObject, as, int32, list, message, oneOf, string } from './schema/fields.ts';
import { atMostOneTarget, valueNotFromHost, wasmPluginUrlScheme } from './cel-rules.ts';
import { PolicyPortSelector, PolicySelector, PolicyTargetReference } from './policy-target.ts';
import { istioKind } from './schema/istio-kind.ts';

export const EnvVar = message(
  '',
  {
    name: string('', { maxLength: 256, minLength: 1 }),
    valueFrom: oneOf(['INLINE', 'HOST']),
    value: string('', { maxLength: 2048 }),
  },
  { required: ['name'], cel: [valueNotFromHost] },
);

export const VmConfig = message('', {
  env: list(EnvVar, '', {
    maxItems: 256,
    'x-kubernetes-list-map-keys': ['name'],
    'x-kubernetes-list-type': 'map',
  }),
});

export const WasmPluginTrafficSelector = message('', {
  mode: oneOf(['UNDEFINED', 'CLIENT', 'SERVER', 'CLIENT_AND_SERVER']),
  ports: list(PolicyPortSelector, '', {
    'x-kubernetes-list-map-keys': ['number'],
    'x-kubernetes-list-type': 'map',
  }),
});

export const WasmPluginSpec = message(
  '',
  {
    selector: as(PolicySelector, ''),
    targetRef: as(PolicyTargetReference, '', { protoName: 'targetRef' }),
    targetRefs: list(PolicyTargetReference, '', { maxItems: 16, protoName: 'targetRefs' }),
    url: string('', { minLength: 1, cel: [wasmPluginUrlScheme] }),
    sha256: string('', { pattern: '(^$|^[a-f0-9]{64}$)' }),
    imagePullPolicy: oneOf(['UNSPECIFIED_POLICY', 'IfNotPresent', 'Always']),
    imagePullSecret: string('', { maxLength: 253, minLength: 1 }),
    verificationKey: string(),
    pluginConfig: anyObject(),
    pluginName: string('', { maxLength: 256, minLength: 1 }),
    phase: oneOf(['UNSPECIFIED_PHASE', 'AUTHN', 'AUTHZ', 'STATS']),
    priority: int32('', { nullable: true }),
    failStrategy: oneOf(['FAIL_CLOSE', 'FAIL_OPEN', 'FAIL_RELOAD']),
    vmConfig: as(VmConfig, ''),
    match: list(WasmPluginTrafficSelector, ''),
    type: oneOf(['UNSPECIFIED_PLUGIN_TYPE', 'HTTP', 'NETWORK']),
  },
  { required: ['url'], cel: [atMostOneTarget] },
);

export const WasmPlugin = istioKind({
  group: 'extensions.istio.io',
  kind: 'WasmPlugin',
  plural: 'wasmplugins',
  versions: ['v1alpha1'],
  storage: 'v1alpha1',
  age: 'last',
  specRequired: true,
  spec: WasmPluginSpec,
});
