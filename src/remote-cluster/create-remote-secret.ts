import { MeshctlError } from '../errors.ts';
import { plainText, valueIn, type JsonObject } from '../json.ts';
import { idOf, idOfObject, keyOf, type ClusterWriter, type ObjectKey } from '../kube/apply/index.ts';
import type { RemoteLogin } from './kubeconfig.ts';
import { remoteSecret, type RemoteSecretType } from './remote-secret.ts';
import { tokenSecret, type TokenSecret } from './token-secret.ts';

/** How other clusters will reach this one. */
export interface RemoteSecretOptions {
  /** Default: `remote`. */
  readonly type?: RemoteSecretType;
  /** Name of the cluster in the mesh. Default: the uid of its namespace kube-system. */
  readonly cluster?: string;
  /** Namespace of the control plane, here and there. */
  readonly namespace: string;
  /** Address of the API server for other clusters. Default: that of the kubeconfig. */
  readonly server?: string;
  /** Who istiod will be. Default: `istio-reader-service-account`; of the type `config`, `istiod`. */
  readonly serviceAccount?: string;
  /** Secret with the token of the service account. */
  readonly secretName?: string;
  /** A login provider instead of the token. */
  readonly plugin?: { readonly name: string; readonly config: Readonly<Record<string, string>> };
  /** The service account and what permits it to read; those that are not there are made. Default: none. */
  readonly readers?: readonly JsonObject[];
  /** Milliseconds in which the cluster must put the token into a new Secret. Default: 20000. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
  /** Takes each object that was made in the cluster. */
  readonly onCreated?: (key: ObjectKey) => void;
}

/** A Secret with which an istiod reaches a cluster. */
export interface CreatedSecret {
  /** To be applied in the cluster whose istiod shall reach this one. It holds a credential. */
  readonly secret: JsonObject;
  readonly cluster: string;
  readonly server: string;
}

/**
 * Makes the Secret by which an istiod elsewhere reaches a cluster. Objects that are there are never changed; missing
 * ones are made as far as `readers` says, and the Secret with the token of the service account.
 *
 * @throws {MeshctlError} `usage` for a service account or Secret that is not there or not usable, `environment` when the
 * cluster does not do its part.
 */
export async function createRemoteSecret(
  writer: Pick<ClusterWriter, 'client' | 'get' | 'create'>,
  options: RemoteSecretOptions,
): Promise<CreatedSecret> {
  const { type = 'remote', namespace, server = writer.client.server } = options;
  const cluster = checkedName(options.cluster ?? (await uidOfCluster(writer)), type);
  const { token, ca } = await credentialOf(writer, type, options);
  const login: RemoteLogin = options.plugin
    ? { type: 'plugin', ...options.plugin }
    : { type: 'bearer-token', token: Buffer.from(token, 'base64').toString('utf8') };
  return { secret: remoteSecret(type, namespace, { cluster, server, ca, login }), cluster, server };
}

async function credentialOf(
  writer: Pick<ClusterWriter, 'get' | 'create'>,
  type: RemoteSecretType,
  options: RemoteSecretOptions,
): Promise<TokenSecret> {
  const { namespace, timeout = 20_000, secretName, signal, onCreated = () => undefined } = options;
  const { serviceAccount = accounts[type] } = options;
  const account = await accountOf(writer, serviceAccount, options);
  return tokenSecret(writer, account, {
    ...{ namespace, serviceAccount, timeout, onCreated },
    ...(secretName !== undefined && { secretName }),
    ...(signal && { signal }),
  });
}

const accounts: Readonly<Record<RemoteSecretType, string>> = {
  remote: 'istio-reader-service-account',
  config: 'istiod',
};

/** The name becomes part of the name of a Secret and the key in it. */
function checkedName(name: string, type: RemoteSecretType): string {
  const fits = type === 'config' || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(name);
  if (fits && name !== '' && name.length <= 233) return name;
  throw new MeshctlError('usage', `"${name}" cannot be the name of a cluster`, {
    reason: 'it is part of the name of a Secret: lower case letters, digits, - and ., 233 characters at most',
    hint: 'give another one with --name',
  });
}

async function uidOfCluster({ client }: Pick<ClusterWriter, 'client'>): Promise<string> {
  const uid = plainText(valueIn(await client.get('/api/v1/namespaces/kube-system'), 'metadata', 'uid'));
  if (uid !== '') return uid;
  throw new MeshctlError('environment', 'the namespace kube-system has no uid to name the cluster by', {
    hint: 'name the cluster with --name',
  });
}

async function accountOf(
  writer: Pick<ClusterWriter, 'get' | 'create'>,
  name: string,
  { namespace, readers = [], signal, onCreated }: RemoteSecretOptions,
): Promise<JsonObject> {
  const how = signal ? { signal } : {};
  const key: ObjectKey = { apiVersion: 'v1', kind: 'ServiceAccount', namespace, name };
  const there = await writer.get(key, how);
  if (there !== undefined) return there;
  if (!readers.some((object) => idOfObject(object) === idOf(key))) throw noAccount(name, namespace);
  let account: JsonObject = {};
  for (const object of readers) {
    const wanted = keyOf(object);
    if ((await writer.get(wanted, how)) !== undefined) continue;
    const created = await writer.create(object, how);
    onCreated?.(wanted);
    if (idOf(wanted) === idOf(key)) account = created;
  }
  return account;
}

function noAccount(name: string, namespace: string): MeshctlError {
  return new MeshctlError('usage', `there is no service account ${name} in the namespace ${namespace}`, {
    hint: 'install Istio there first, name another account with --service-account, or leave out --create-service-account=false',
  });
}
