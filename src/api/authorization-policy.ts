import { as, atMostOneOf, list, message, oneOf, string } from './schema/fields.ts';
import { atMostOneTarget, serviceAccountsAlone } from './cel-rules.ts';
import { PolicySelector, PolicyTargetReference } from './policy-target.ts';
import { istioKind } from './schema/istio-kind.ts';

export const Source = message(
  '',
  {
    principals: list(string(), ''),
    notPrincipals: list(string(), ''),
    requestPrincipals: list(string(), ''),
    notRequestPrincipals: list(string(), ''),
    namespaces: list(string(), ''),
    notNamespaces: list(string(), ''),
    serviceAccounts: list(string('', { maxLength: 320 }), '', { maxItems: 16 }),
    notServiceAccounts: list(string('', { maxLength: 320 }), '', { maxItems: 16 }),
    ipBlocks: list(string(), ''),
    notIpBlocks: list(string(), ''),
    remoteIpBlocks: list(string(), ''),
    notRemoteIpBlocks: list(string(), ''),
    trustDomains: list(string(), ''),
    notTrustDomains: list(string(), ''),
  },
  { cel: [serviceAccountsAlone] },
);

export const RuleFrom = message('', {
  source: as(Source, ''),
});

export const Operation = message('', {
  hosts: list(string(), ''),
  notHosts: list(string(), ''),
  ports: list(string(), ''),
  notPorts: list(string(), ''),
  methods: list(string(), ''),
  notMethods: list(string(), ''),
  paths: list(string(), ''),
  notPaths: list(string(), ''),
});

export const RuleTo = message('', {
  operation: as(Operation, ''),
});

export const Condition = message(
  '',
  {
    key: string(),
    values: list(string(), ''),
    notValues: list(string(), ''),
  },
  { required: ['key'] },
);

export const Rule = message('', {
  from: list(RuleFrom, '', { maxItems: 512 }),
  to: list(RuleTo, ''),
  when: list(Condition, ''),
});

export const AuthorizationPolicyExtensionProvider = message('', {
  name: string(),
});

export const AuthorizationPolicySpec = message(
  '',
  {
    selector: as(PolicySelector, ''),
    targetRef: as(PolicyTargetReference, '', { protoName: 'targetRef' }),
    targetRefs: list(PolicyTargetReference, '', { maxItems: 16, protoName: 'targetRefs' }),
    rules: list(Rule, '', { maxItems: 512 }),
    action: oneOf(['ALLOW', 'DENY', 'AUDIT', 'CUSTOM']),
    provider: as(AuthorizationPolicyExtensionProvider, ''),
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
