import { anyObject, as, int32, list, message, oneOf, string } from './schema/fields.ts';
import { atMostOneTarget, valueNotFromHost, wasmPluginUrlScheme } from './cel-rules.ts';
import { PolicyPortSelector, PolicySelector, PolicyTargetReference } from './policy-target.ts';
import { istioKind } from './schema/istio-kind.ts';

export const EnvVar = message(
  'One environment variable made available to a Wasm module.',
  {
    name: string('Name the module sees; non-empty, unique within the list, at most 256 characters.', {
      maxLength: 256,
      minLength: 1,
    }),
    valueFrom: oneOf(
      ['INLINE', 'HOST'],
      "Whether the value is given here (`INLINE`) or taken from the proxy container's own environment (`HOST`). Default: INLINE.",
    ),
    value: string('Text of the variable; only allowed with `INLINE`.', { maxLength: 2048 }),
  },
  { required: ['name'], cel: [valueNotFromHost] },
);

export const VmConfig = message('Settings of the virtual machine that runs a Wasm module.', {
  env: list(
    EnvVar,
    'Environment variables handed to the module; with duplicate names the resource is refused.',
    { maxItems: 256, 'x-kubernetes-list-map-keys': ['name'], 'x-kubernetes-list-type': 'map' },
  ),
});

export const WasmPluginTrafficSelector = message(
  'Traffic condition of a WasmPlugin: direction and ports, which must both fit.',
  {
    mode: oneOf(
      ['UNDEFINED', 'CLIENT', 'SERVER', 'CLIENT_AND_SERVER'],
      'Direction seen from the workload: outbound (`CLIENT`), inbound (`SERVER`; gateways count as clients) or both. Default: both directions.',
    ),
    ports: list(
      PolicyPortSelector,
      'Destination ports to consider; one hit suffices, and an empty list means any port.',
      { 'x-kubernetes-list-map-keys': ['number'], 'x-kubernetes-list-type': 'map' },
    ),
  },
);

export const WasmPluginSpec = message(
  'Loads a WebAssembly filter into the selected proxies.',
  {
    selector: as(
      PolicySelector,
      'Pods whose proxies load the plugin; omitted means every proxy of the namespace. Excludes `targetRefs`.',
    ),
    targetRef: as(
      PolicyTargetReference,
      'Single object the plugin attaches to; prefer the list form `targetRefs`.',
      { protoName: 'targetRef' },
    ),
    targetRefs: list(
      PolicyTargetReference,
      'Gateways, Services or other objects the plugin attaches to; the only way to reach waypoints. Excludes `selector`.',
      { maxItems: 16, protoName: 'targetRefs' },
    ),
    url: string(
      'Location of the module: `oci://` (assumed without a scheme), `file://`, `http://` or `https://`.',
      { minLength: 1, cel: [wasmPluginUrlScheme] },
    ),
    sha256: string(
      'Expected checksum of the module or image, 64 lower-case hex digits; a mismatch fails the load.',
      { pattern: '(^$|^[a-f0-9]{64}$)' },
    ),
    imagePullPolicy: oneOf(
      ['UNSPECIFIED_POLICY', 'IfNotPresent', 'Always'],
      'Whether to reuse a cached module (`IfNotPresent`) or look for a newer one every time (`Always`). Default: IfNotPresent, but Always for the `latest` tag.',
    ),
    imagePullSecret: string(
      "Docker credential Secret, in the plugin's namespace, used to pull the module image.",
      { maxLength: 253, minLength: 1 },
    ),
    verificationKey: string('Public key meant for checking image signatures; currently without effect.'),
    pluginConfig: anyObject('Free-form settings passed to the module as JSON.'),
    pluginName: string(
      'Root id the module is started under, needed when one binary contains several plugins.',
      { maxLength: 256, minLength: 1 },
    ),
    phase: oneOf(
      ['UNSPECIFIED_PHASE', 'AUTHN', 'AUTHZ', 'STATS'],
      'Where in the chain it runs: ahead of Istio authentication, ahead of authorization, or ahead of stats; unspecified puts it near the end, before the router.',
    ),
    priority: int32('Order among plugins of one phase; larger numbers run earlier. Default: 0.', {
      nullable: true,
    }),
    failStrategy: oneOf(
      ['FAIL_CLOSE', 'FAIL_OPEN', 'FAIL_RELOAD'],
      'What happens when the module cannot load or crashes: reject traffic (`FAIL_CLOSE`), bypass it (`FAIL_OPEN`) or restart it (`FAIL_RELOAD`). Default: FAIL_CLOSE.',
    ),
    vmConfig: as(VmConfig, "Options of the module's virtual machine, such as environment variables."),
    match: list(
      WasmPluginTrafficSelector,
      'Narrows the plugin to traffic that fits at least one entry; empty means all traffic.',
    ),
    type: oneOf(
      ['UNSPECIFIED_PLUGIN_TYPE', 'HTTP', 'NETWORK'],
      'Kind of filter the module implements: `HTTP` requests or `NETWORK` (raw TCP) connections. Default: HTTP.',
    ),
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
