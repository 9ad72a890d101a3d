import type { Json } from '../json.ts';
import type { KubeObject } from './component-context.ts';

/** What a role allows. */
export interface Rule {
  readonly apiGroups: string[];
  readonly resources: string[];
  readonly resourceNames?: string[];
  readonly verbs: string[];
}

interface Named {
  readonly name: string;
  readonly labels: Record<string, string>;
}

interface Placed extends Named {
  readonly namespace: string;
}

/** Name and namespace of a service account. */
export interface Account {
  readonly name: string;
  readonly namespace?: string;
}

const group = 'rbac.authorization.k8s.io';
const apiVersion = `${group}/v1`;

/** Leave to run pods that enter the node, which OpenShift asks for. */
export const privilegedUse: Rule = {
  apiGroups: ['security.openshift.io'],
  resources: ['securitycontextconstraints'],
  resourceNames: ['privileged'],
  verbs: ['use'],
};

/** A ServiceAccount. */
export function serviceAccount({
  annotations = {},
  pullSecrets = [],
  ...metadata
}: Placed & {
  readonly annotations?: Readonly<Record<string, Json>>;
  readonly pullSecrets?: readonly Json[];
}): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    ...(pullSecrets.length > 0 && { imagePullSecrets: pullSecrets.map((name) => ({ name })) }),
    metadata: {
      ...metadata,
      ...(Object.keys(annotations).length > 0 && { annotations: { ...annotations } }),
    },
  };
}

/** A ClusterRole. */
export const clusterRole = (metadata: Named, rules: readonly Rule[]): KubeObject => ({
  ...{
    apiVersion,
    kind: 'ClusterRole',
    metadata: { ...metadata },
    rules: rules.map((rule) => ({ ...rule })),
  },
});

/** A Role. */
export const role = (metadata: Placed, rules: readonly Rule[]): KubeObject => ({
  ...{ apiVersion, kind: 'Role', metadata: { ...metadata }, rules: rules.map((rule) => ({ ...rule })) },
});

/** Gives a ClusterRole to an account. */
export const clusterRoleBinding = (metadata: Named, name: string, account: Account): KubeObject => ({
  ...{ apiVersion, kind: 'ClusterRoleBinding', metadata: { ...metadata } },
  roleRef: { apiGroup: group, kind: 'ClusterRole', name },
  subjects: [{ kind: 'ServiceAccount', ...account }],
});

/** Gives a Role to an account. */
export const roleBinding = (metadata: Placed, name: string, account: Account): KubeObject => ({
  ...{ apiVersion, kind: 'RoleBinding', metadata: { ...metadata } },
  roleRef: { apiGroup: group, kind: 'Role', name },
  subjects: [{ kind: 'ServiceAccount', ...account }],
});
