import type { JsonObject } from '../json.ts';
import type { KubeObject } from './component-context.ts';
import { validatedRules } from './webhooks/validated-rules.ts';

/** Whose objects a policy is about. */
export interface StableChannelScope {
  /** `stable-channel-policy-istio-system`. */
  readonly name: string;
  readonly labels: Record<string, string>;
  /** Which objects, by their labels. */
  readonly objects: JsonObject;
}

const unstableKinds = ['EnvoyFilter', 'WasmPlugin', 'ProxyConfig'];
const judgedKinds = [...unstableKinds, 'Telemetry', 'AuthorizationPolicy'];

/** Whether some item of a list of a Telemetry has a field; absent lists have none. */
const someHas = (list: string, item: string, field: string): string =>
  `(has(object.spec.${list}) ? object.spec.${list} : {}).exists(${item}, has(${item}.${field}))`;

const unstableTelemetry = `!(
  variables.isTelemetry && (
    ${someHas('tracing', 't', 'useRequestIdForTraceSampling')} ||
    ${someHas('metrics', 'm', 'reportingInterval')} ||
    ${someHas('accessLogging', 'l', 'filter')}
  )
)
`;

const unstablePolicy = `!(
  variables.isAuthorizationPolicy &&
  has(object.spec.rules) &&
  object.spec.rules.exists(r,
    has(r.from) && r.from.exists(f,
      has(f.source) && (has(f.source.trustDomains) || has(f.source.notTrustDomains))
    )
  )
)`;

/** Refuses kinds and fields that are not stable yet. */
export function stableChannelPolicy({ name, labels, objects }: StableChannelScope): readonly KubeObject[] {
  const policyName = `${name}.istio.io`;
  return [
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicy',
      metadata: { name: policyName, labels },
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: { objectSelector: objects, resourceRules: [validatedRules] },
        variables: judgedKinds.map((kind) => ({ name: `is${kind}`, expression: `object.kind == '${kind}'` })),
        validations: [
          ...unstableKinds.map((kind) => ({ expression: `!variables.is${kind}` })),
          { expression: unstableTelemetry },
          { expression: unstablePolicy },
        ],
      },
    },
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: { name: `${name.replace('-policy', '-policy-binding')}.istio.io` },
      spec: { policyName, validationActions: ['Deny'] },
    },
  ];
}
