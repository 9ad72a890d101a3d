import { as, atMostOneOf, list, message, oneOf, string } from './schema/fields.ts';
import { atMostOneTarget, serviceAccountsAlone } from './cel-rules.ts';
import { PolicySelector, PolicyTargetReference } from './policy-target.ts';
import { istioKind } from './schema/istio-kind.ts';

export const Source = message(
  'Conditions on the caller; all fields given must hold. Peer identity fields need mutual TLS.',
  {
    principals: list(
      string(),
      'Accepted mutual TLS identities, `trust-domain/ns/NAMESPACE/sa/ACCOUNT`, with `*` at the start or end.',
    ),
    notPrincipals: list(string(), 'Mutual TLS identities that rule the source out.'),
    requestPrincipals: list(
      string(),
      'Accepted token identities, `issuer/subject`; `*` demands any valid token.',
    ),
    notRequestPrincipals: list(
      string(),
      'Token identities that rule the source out; `*` selects requests without a valid token.',
    ),
    namespaces: list(string(), 'Accepted namespaces of the caller, taken from its certificate.'),
    notNamespaces: list(string(), 'Namespaces of the caller that rule the source out.'),
    serviceAccounts: list(
      string('', { maxLength: 320 }),
      'Accepted service accounts, `account` or `namespace/account`, up to 16, without `*`. Excludes principals and namespaces.',
      { maxItems: 16 },
    ),
    notServiceAccounts: list(
      string('', { maxLength: 320 }),
      'Service accounts, up to 16, that rule the source out.',
      { maxItems: 16 },
    ),
    ipBlocks: list(
      string(),
      'Accepted addresses or ranges of the direct peer, which can be a proxy in between.',
    ),
    notIpBlocks: list(string(), 'Addresses or ranges of the direct peer that rule the source out.'),
    remoteIpBlocks: list(
      string(),
      'Accepted addresses of the original client, read from `X-Forwarded-For` or the PROXY protocol; needs a correct `numTrustedProxies`.',
    ),
    notRemoteIpBlocks: list(string(), 'Addresses of the original client that rule the source out.'),
    trustDomains: list(
      string(),
      "Accepted trust domains of the caller's identity, with at most one `*`, at the start or end.",
    ),
    notTrustDomains: list(string(), 'Trust domains that rule the source out.'),
  },
  { cel: [serviceAccountsAlone] },
);

export const RuleFrom = message('Wraps one description of a caller.', {
  source: as(Source, 'Properties the caller must have; required and not empty.'),
});

export const Operation = message(
  'Conditions on what a request does; all fields given must hold. Only `ports` works for plain TCP.',
  {
    hosts: list(string(), 'Accepted host headers, with `*` at the start or end; case does not matter.'),
    notHosts: list(string(), 'Host headers that rule the operation out.'),
    ports: list(string(), 'Accepted destination ports of the workload, as decimal strings.'),
    notPorts: list(string(), 'Destination ports that rule the operation out.'),
    methods: list(string(), 'Accepted HTTP methods; gRPC calls are always `POST`.'),
    notMethods: list(string(), 'HTTP methods that rule the operation out.'),
    paths: list(
      string(),
      'Accepted request paths: exact, `*` at the start or end, or templates with `{*}` and `{**}` segments. gRPC uses `/package.service/method`.',
    ),
    notPaths: list(string(), 'Request paths, in the same notation, that rule the operation out.'),
  },
);

export const RuleTo = message('Wraps one description of a request.', {
  operation: as(Operation, 'Properties the request must have; required and not empty.'),
});

export const Condition = message(
  'A test on one request attribute; needs `values`, `notValues` or both.',
  {
    key: string(
      'Attribute to test, such as `request.headers[x]`, `source.ip`, `request.auth.claims[iss]` or `connection.sni`.',
    ),
    values: list(
      string(),
      'Accepted attribute values, any of which suffices; `*` may stand at the start or end where the attribute is textual.',
    ),
    notValues: list(string(), 'Attribute values that make the condition fail.'),
  },
  { required: ['key'] },
);

export const Rule = message(
  'Describes requests by source, operation and conditions; what is given must all hold.',
  {
    from: list(RuleFrom, 'Who may be calling; one fitting source suffices, and unset means anyone.', {
      maxItems: 512,
    }),
    to: list(RuleTo, 'What may be called; one fitting operation suffices, and unset means anything.'),
    when: list(Condition, 'Additional attribute conditions, all of which must hold.'),
  },
);

export const AuthorizationPolicyExtensionProvider = message(
  'Reference to an external authorizer of the mesh configuration.',
  {
    name: string('Entry of MeshConfig `extensionProviders` to use.'),
  },
);

export const AuthorizationPolicySpec = message(
  'Allows, denies, audits or delegates requests to the workloads it covers.',
  {
    selector: as(
      PolicySelector,
      'Pods the policy protects; omitted means the whole namespace, or the whole mesh in the root namespace. Excludes `targetRefs`.',
    ),
    targetRef: as(
      PolicyTargetReference,
      'Single object the policy attaches to; prefer the list form `targetRefs`.',
      { protoName: 'targetRef' },
    ),
    targetRefs: list(
      PolicyTargetReference,
      'Gateways, Services or other objects the policy protects; the only way to reach waypoints. Excludes `selector`.',
      { maxItems: 16, protoName: 'targetRefs' },
    ),
    rules: list(
      Rule,
      'Requests the action is for; one matching rule suffices. With ALLOW, an empty list matches nothing and so denies all.',
      { maxItems: 512 },
    ),
    action: oneOf(
      ['ALLOW', 'DENY', 'AUDIT', 'CUSTOM'],
      'Whether matching requests are allowed, denied, marked for audit, or put to an external authorizer (`CUSTOM`). Default: ALLOW.',
    ),
    provider: as(
      AuthorizationPolicyExtensionProvider,
      'External authorizer to ask; required for, and limited to, action CUSTOM.',
    ),
  },
  { oneOf: atMostOneOf('provider'), cel: [atMostOneTarget] },
);

export const AuthorizationPolicy = istioKind({
  group: 'security.istio.io',
  kind: 'AuthorizationPolicy',
  plural: 'authorizationpolicies',
  shortNames: ['ap'],
  versions: ['v1', 'v1beta1'],
  storage: 'v1',
  columns: { Action: '.spec.action' },
  age: 'last',
  spec: AuthorizationPolicySpec,
});
