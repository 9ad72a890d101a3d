import type { Json, JsonObject } from '../resources/index.ts';
import { fieldRules } from './field-rules.ts';

/**
 * The objects of a section as `istioctl ztunnel-config -o json` shows them: some fields are always there, some only
 * when they say something, and some that ztunnel writes are left out. Fields that istioctl does not know are kept.
 */
export function shown(section: Section, objects: readonly { readonly raw: JsonObject }[]): readonly Json[] {
  return objects.map(({ raw }) => rules[section](raw) ?? null);
}

type Section = 'workloads' | 'services' | 'policies' | 'certificates' | 'workloadState';

const { required, optional, object, each } = fieldRules;

const text = required('');
const list = required(null);

const gateway = optional(object({ destination: text }, ['port', 'hboneMtlsPort']));

const workload = object(
  {
    uid: text,
    workloadIps: list,
    waypoint: gateway,
    networkGateway: gateway,
    protocol: text,
    name: text,
    namespace: text,
    serviceAccount: text,
    workloadName: text,
    workloadType: text,
    canonicalName: text,
    canonicalRevision: text,
    clusterId: text,
    trustDomain: optional(),
    locality: required({}, object({ region: optional(), zone: optional(), subzone: optional() })),
    node: text,
    network: optional(),
    status: text,
    hostname: text,
    capacity: required(0),
    applicationTunnel: required({ protocol: '' }, object({ protocol: text, port: optional() })),
    authorizationPolicies: optional(),
  },
  ['nativeTunnel', 'networkMode', 'services'],
);

const endpoint = object({ workloadUid: text, service: text, address: optional(), port: required(null) }, [
  'status',
]);

const service = object(
  {
    name: text,
    namespace: text,
    hostname: text,
    vips: list,
    ports: required(null),
    loadBalancer: optional(object({ mode: text, routingPreferences: list, healthPolicy: text })),
    waypoint: gateway,
    endpoints: required(null, each(endpoint)),
    subjectAltNames: optional(),
    ipFamilies: text,
  },
  ['scope', 'canonical'],
);

const textMatches = optional(
  each(object({ Exact: optional(), Suffix: optional(), Prefix: optional(), Presence: optional() })),
);
const serviceAccounts = optional(each(object({ namespace: text, serviceAccount: text })));

const policyMatch = object({
  namespaces: textMatches,
  notNamespaces: textMatches,
  principals: textMatches,
  notPrincipals: textMatches,
  sourceIps: optional(),
  notSourceIps: optional(),
  destinationIps: optional(),
  notDestinationIps: optional(),
  destinationPorts: optional(),
  notDestinationPorts: optional(),
  serviceAccounts,
  notServiceAccounts: serviceAccounts,
});

const policy = object({
  name: text,
  namespace: text,
  scope: text,
  action: text,
  rules: required(null, each(each(each(policyMatch)))),
});

const elements = required(
  null,
  each(object({ pem: text, serialNumber: text, validFrom: text, expirationTime: text })),
);

const certificate = object({ identity: text, state: text, certChain: elements, rootCerts: elements });

const connections = required(
  null,
  each(object({ src: text, originalDst: text, actualDst: text, protocol: text })),
);

const state = object({
  state: optional(),
  connections: required(
    { inbound: null, outbound: null },
    object({ inbound: connections, outbound: connections }),
  ),
  info: required(
    { name: '', namespace: '', trustDomain: '', serviceAccount: '' },
    object({ name: text, namespace: text, trustDomain: text, serviceAccount: text }),
  ),
});

const rules = {
  workloads: workload,
  services: service,
  policies: policy,
  certificates: certificate,
  workloadState: state,
};
