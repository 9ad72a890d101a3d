import { setTimeout as sleep } from 'node:timers/promises';
import { MeshctlError } from '../errors.ts';
import { objectIn, plainText, valueIn, type JsonObject } from '../json.ts';
import type { ClusterWriter, ObjectKey } from '../kube/apply/index.ts';

/** Where the token of a service account lies. */
export interface TokenSecretOptions {
  readonly namespace: string;
  readonly serviceAccount: string;
  /** A Secret that holds the token. Default: the one that istioctl and meshctl make, or one that the account names. */
  readonly secretName?: string;
  /** Milliseconds in which the cluster must fill a new Secret. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
  readonly onCreated: (key: ObjectKey) => void;
}

/** What a Secret with a token says, in base64. */
export interface TokenSecret {
  readonly token: string;
  readonly ca: string;
}

/**
 * Reads the token of a service account that does not expire, from its Secret; makes the Secret when there is none and
 * none was named.
 */
export async function tokenSecret(
  writer: Pick<ClusterWriter, 'get' | 'create'>,
  account: JsonObject,
  options: TokenSecretOptions,
): Promise<TokenSecret> {
  const { namespace, serviceAccount, secretName } = options;
  const own = `${serviceAccount}-istio-remote-secret-token`;
  const names = secretName === undefined ? [own, ...namesIn(account)] : [secretName];
  for (const name of names) {
    const secret = await read(writer, name, options);
    if (secret === undefined) continue;
    if (isTokenOf(secret, serviceAccount)) return await filled(writer, name, options);
    if (secretName !== undefined) throw wrongSecret(secretName, options);
  }
  if (secretName !== undefined) {
    throw new MeshctlError('usage', `there is no Secret ${secretName} in the namespace ${namespace}`, {
      hint: 'leave --secret-name out to have one made',
    });
  }
  await writer.create(newSecret(own, options), options.signal ? { signal: options.signal } : {});
  options.onCreated({ apiVersion: 'v1', kind: 'Secret', namespace, name: own });
  return filled(writer, own, options);
}

function namesIn(account: JsonObject): readonly string[] {
  const { secrets } = account;
  return Array.isArray(secrets) ? secrets.map((one) => plainText(valueIn(one, 'name'))) : [];
}

const read = (
  writer: Pick<ClusterWriter, 'get'>,
  name: string,
  { namespace, signal }: TokenSecretOptions,
): Promise<JsonObject | undefined> =>
  writer.get({ apiVersion: 'v1', kind: 'Secret', namespace, name }, signal ? { signal } : {});

const tokenType = 'kubernetes.io/service-account-token';
const accountAnnotation = 'kubernetes.io/service-account.name';

const isTokenOf = ({ type, metadata }: JsonObject, serviceAccount: string): boolean =>
  type === tokenType && objectIn(metadata, 'annotations')[accountAnnotation] === serviceAccount;

function newSecret(name: string, { namespace, serviceAccount }: TokenSecretOptions): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace, annotations: { [accountAnnotation]: serviceAccount } },
    type: tokenType,
  };
}

/** The cluster fills such Secrets itself, a moment after they are made. */
async function filled(
  writer: Pick<ClusterWriter, 'get'>,
  name: string,
  options: TokenSecretOptions,
): Promise<TokenSecret> {
  const end = performance.now() + options.timeout;
  for (;;) {
    const data = objectIn(await read(writer, name, options), 'data');
    const [token, ca] = [plainText(data.token), plainText(data['ca.crt'])];
    if (token !== '' && ca !== '') return { token, ca };
    if (performance.now() > end) throw notFilled(name, options);
    await sleep(interval, undefined, options.signal ? { signal: options.signal } : {});
  }
}

const interval = 200;

function wrongSecret(name: string, { namespace, serviceAccount }: TokenSecretOptions): MeshctlError {
  return new MeshctlError(
    'usage',
    `the Secret ${name} in the namespace ${namespace} holds no token of the service account ${serviceAccount}`,
    {
      reason: `such a Secret has the type ${tokenType} and names the account in the annotation ${accountAnnotation}`,
      hint: 'name another one, or leave --secret-name out to have one made',
    },
  );
}

function notFilled(name: string, { namespace, timeout }: TokenSecretOptions): MeshctlError {
  return new MeshctlError(
    'environment',
    `the cluster has not put a token into the Secret ${name} in the namespace ${namespace}`,
    {
      reason: `waited ${timeout / 1000} s for it`,
      hint: 'the controller of service account tokens may be off; try again, or name a Secret with --secret-name',
    },
  );
}
