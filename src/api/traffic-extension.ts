import { anyObject, as, atMostOneOf, int32, list, message, oneOf, string } from './schema/fields.ts';
import { selectorOrTargetRefs, wasmUrlScheme, wasmXorLua } from './cel-rules.ts';
import { PolicyPortSelector, PolicySelector, PolicyTargetReference } from './policy-target.ts';
import { istioKind } from './schema/istio-kind.ts';
import { VmConfig } from './wasm-plugin.ts';

export const TrafficSelector = message('', {
  mode: oneOf(['UNDEFINED', 'CLIENT', 'SERVER', 'CLIENT_AND_SERVER']),
  ports: list(PolicyPortSelector, '', {
    'x-kubernetes-list-map-keys': ['number'],
    'x-kubernetes-list-type': 'map',
  }),
});

export const WasmConfig = message(
  '',
  {
    url: string('', { minLength: 1, cel: [wasmUrlScheme] }),
    sha256: string('', { pattern: '(^$|^[a-f0-9]{64}$)' }),
    imagePullPolicy: oneOf(['UNSPECIFIED_POLICY', 'IfNotPresent', 'Always']),
    imagePullSecret: string('', { maxLength: 253, minLength: 1 }),
    verificationKey: string(),
    pluginConfig: anyObject(),
    pluginName: string('', { maxLength: 256, minLength: 1 }),
    failStrategy: oneOf(['FAIL_CLOSE', 'FAIL_OPEN', 'FAIL_RELOAD']),
    vmConfig: as(VmConfig, ''),
    type: oneOf(['UNSPECIFIED_PLUGIN_TYPE', 'HTTP', 'NETWORK']),
  },
  { required: ['url'] },
);

export const LuaConfig = message(
  '',
  {
    inlineCode: string('', { maxLength: 65536, minLength: 1 }),
  },
  { required: ['inlineCode'] },
);

export const TrafficExtensionSpec = message(
  '',
  {
    selector: as(PolicySelector, ''),
    targetRefs: list(PolicyTargetReference, '', { maxItems: 16, protoName: 'targetRefs' }),
    phase: oneOf(['UNSPECIFIED', 'AUTHN', 'AUTHZ', 'STATS']),
    priority: int32('', { nullable: true }),
    match: list(TrafficSelector, ''),
    wasm: as(WasmConfig, ''),
    lua: as(LuaConfig, ''),
  },
  { oneOf: atMostOneOf('wasm', 'lua'), cel: [selectorOrTargetRefs, wasmXorLua] },
);

export const TrafficExtension = istioKind({
  group: 'extensions.istio.io',
  kind: 'TrafficExtension',
  plural: 'trafficextensions',
  versions: ['v1alpha1'],
  storage: 'v1alpha1',
  age: 'last',
  specRequired: true,
  spec: TrafficExtensionSpec,
});
