import { anyObject, as, atMostOneOf, int32, list, message, oneOf, string } from './schema/fields.ts';
import { selectorOrTargetRefs, wasmUrlScheme, wasmXorLua } from './cel-rules.ts';
import { PolicyPortSelector, PolicySelector, PolicyTargetReference } from './policy-target.ts';
import { istioKind } from './schema/istio-kind.ts';
import { VmConfig } from './wasm-plugin.ts';

export const TrafficSelector = message(
  'Traffic condition of an extension: direction and ports, which must both fit.',
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

export const WasmConfig = message(
  'Where a Wasm module comes from and how a TrafficExtension runs it.',
  {
    url: string(
      'Location of the module: `oci://` (assumed without a scheme), `file://`, `http://` or `https://`.',
      { minLength: 1, cel: [wasmUrlScheme] },
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
      "Docker credential Secret, in the resource's namespace, used to pull the module image.",
      { maxLength: 253, minLength: 1 },
    ),
    verificationKey: string('Public key meant for checking image signatures; currently without effect.'),
    pluginConfig: anyObject('Free-form settings passed to the module as JSON.'),
    pluginName: string(
      'Root id the module is started under, needed when one binary contains several plugins.',
      { maxLength: 256, minLength: 1 },
    ),
    failStrategy: oneOf(
      ['FAIL_CLOSE', 'FAIL_OPEN', 'FAIL_RELOAD'],
      'What happens when the module cannot load or crashes: reject traffic (`FAIL_CLOSE`), bypass it (`FAIL_OPEN`) or restart it (`FAIL_RELOAD`). Default: FAIL_CLOSE.',
    ),
    vmConfig: as(VmConfig, "Options of the module's virtual machine, such as environment variables."),
    type: oneOf(
      ['UNSPECIFIED_PLUGIN_TYPE', 'HTTP', 'NETWORK'],
      'Kind of filter the module implements: `HTTP` requests or `NETWORK` (raw TCP) connections. Default: HTTP.',
    ),
  },
  { required: ['url'] },
);

export const LuaConfig = message(
  'A Lua script that Envoy runs on HTTP requests and responses.',
  {
    inlineCode: string(
      'Source text of the script, 1 to 65536 bytes, normally defining `envoy_on_request` and/or `envoy_on_response`.',
      { maxLength: 65536, minLength: 1 },
    ),
  },
  { required: ['inlineCode'] },
);

export const TrafficExtensionSpec = message(
  'Adds a Wasm module or a Lua script to the filter chains of selected proxies; exactly one of the two.',
  {
    selector: as(
      PolicySelector,
      'Pods whose proxies load the extension; omitted means every proxy of the namespace. Excludes `targetRefs`.',
    ),
    targetRefs: list(
      PolicyTargetReference,
      'Gateways, Services or other objects the extension attaches to; the only way to reach waypoints. Excludes `selector`.',
      { maxItems: 16, protoName: 'targetRefs' },
    ),
    phase: oneOf(
      ['UNSPECIFIED', 'AUTHN', 'AUTHZ', 'STATS'],
      'Where in the chain it runs: ahead of Istio authentication, ahead of authorization, or ahead of stats; `UNSPECIFIED` puts it near the end, before the router.',
    ),
    priority: int32('Order among extensions of one phase; larger numbers run earlier. Default: 0.', {
      nullable: true,
    }),
    match: list(
      TrafficSelector,
      'Narrows the extension to traffic that fits at least one entry; empty means all traffic.',
    ),
    wasm: as(WasmConfig, 'Module to load and its settings. Excludes `lua`.'),
    lua: as(LuaConfig, 'Script to run, given inline. Excludes `wasm`.'),
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
