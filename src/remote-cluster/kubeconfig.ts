import { stringify } from 'yaml';
import type { JsonObject } from '../json.ts';

/** How istiod logs in to the cluster. */
export type RemoteLogin =
  | { readonly type: 'bearer-token'; readonly token: string }
  /** A login provider of the Kubernetes client, with its settings. */
  | { readonly type: 'plugin'; readonly name: string; readonly config: Readonly<Record<string, string>> };

export interface RemoteAccess {
  /** Name of the cluster in the mesh. */
  readonly cluster: string;
  /** Address of the API server. */
  readonly server: string;
  /** Certificates of the API server's CA, in base64. */
  readonly ca: string;
  readonly login: RemoteLogin;
}

/** A kubeconfig as YAML, with one context that is called as the cluster is; keys in the order of `kubectl config view`. */
export function kubeconfigOf({ cluster, server, ca, login }: RemoteAccess): string {
  const config = {
    apiVersion: 'v1',
    clusters: [{ cluster: { 'certificate-authority-data': ca, server }, name: cluster }],
    contexts: [{ context: { cluster, user: cluster }, name: cluster }],
    'current-context': cluster,
    kind: 'Config',
    preferences: {},
    users: [{ name: cluster, user: userOf(login) }],
  };
  return stringify(config, { lineWidth: 0 });
}

function userOf(login: RemoteLogin): JsonObject {
  if (login.type === 'bearer-token') return { token: login.token };
  return { 'auth-provider': { config: { ...login.config }, name: login.name } };
}
