import { isObject } from '../../json.ts';
import type { RequestOptions } from 'node:https';
import { KubeConfig, type Cluster, type User } from '@kubernetes/client-node';
import { MeshctlError, messageOf } from '../../errors.ts';
import type { JsonObject } from '../../resources/index.ts';
import type { ConnectOptions } from '../connect-options.ts';
import type { ChosenContext } from '../kubeconfig/choose-context.ts';
import { impersonation } from '../kubeconfig/impersonation.ts';
import { runLoginProgram, type LoginCredential } from '../kubeconfig/login-program.ts';
import { textOf } from '../text-of.ts';
import type { Session } from './session.ts';

/**
 * Logs in and makes what requests need. The only module that loads `@kubernetes/client-node`, which is costly: import
 * it when a cluster is asked for.
 */
export async function openSession(
  context: ChosenContext,
  proxy: string | undefined,
  asked: ConnectOptions,
): Promise<Session> {
  const impersonated = impersonation(context.user, asked);
  const { exec } = context.user;
  const login = isObject(exec) ? await runLoginProgram(exec, context, asked) : {};
  const config = clientConfig(context, proxy, login);
  const options: RequestOptions = { headers: {} };
  try {
    await config.applyToHTTPSOptions(options);
  } catch (error) {
    throw cannotUse(context, error);
  }
  keepAlive(options.agent);
  const { headers, ...rest } = options;
  return { server: context.server, options: rest, headers: { ...trimmed(headers), ...impersonated } };
}

function clientConfig(context: ChosenContext, proxy: string | undefined, login: LoginCredential): KubeConfig {
  const { name, namespace } = context;
  const config = new KubeConfig();
  config.loadFromOptions({
    clusters: [clusterOf(context, proxy)],
    users: [userOf(context.user, login)],
    contexts: [{ name, namespace, cluster: 'cluster', user: 'user' }],
    currentContext: name,
  });
  return config;
}

/** Data in the file comes before the name of another file, as with kubectl; the client has it the other way round. */
function clusterOf({ server, cluster }: ChosenContext, proxyUrl: string | undefined): Cluster {
  const tlsServerName = textOf(cluster['tls-server-name']);
  return {
    name: 'cluster',
    server,
    ...oneOf(cluster, 'certificate-authority', 'ca'),
    ...(tlsServerName !== undefined && { tlsServerName }),
    ...(proxyUrl !== undefined && { proxyUrl }),
    // The client refuses plain http without this.
    skipTLSVerify: cluster['insecure-skip-tls-verify'] === true || server.startsWith('http:'),
  };
}

function userOf(user: JsonObject, login: LoginCredential): User {
  const { certificate, key } = login;
  const username = textOf(user.username);
  return {
    name: 'user',
    ...(certificate === undefined
      ? oneOf(user, 'client-certificate', 'cert')
      : { certData: base64(certificate) }),
    ...(key === undefined ? oneOf(user, 'client-key', 'key') : { keyData: base64(key) }),
    ...tokenOf(user, login),
    ...(username !== undefined && { username, password: textOf(user.password) ?? '' }),
  };
}

function tokenOf(user: JsonObject, login: LoginCredential): Partial<User> {
  const tokenFile = textOf(user.tokenFile);
  if (tokenFile !== undefined) return { authProvider: { name: 'tokenFile', config: { tokenFile } } };
  const token = textOf(user.token) ?? login.token;
  if (token !== undefined) return { token };
  return isObject(user['auth-provider']) ? { authProvider: user['auth-provider'] } : {};
}

function oneOf(entry: JsonObject, field: string, name: string): Record<string, string> {
  const data = textOf(entry[`${field}-data`]);
  if (data !== undefined) return { [`${name}Data`]: data };
  const file = textOf(entry[field]);
  return file === undefined ? {} : { [`${name}File`]: file };
}

function base64(value: string): string {
  return Buffer.from(value).toString('base64');
}

function cannotUse({ name }: ChosenContext, error: unknown): MeshctlError {
  return new MeshctlError('environment', `cannot log in with the context "${name}"`, {
    reason: messageOf(error),
    hint: 'mend the user or cluster of that context in the kubeconfig, or choose another one with --context',
    cause: error,
  });
}

/** A read asks many times: one connection each would cost a TLS handshake each. */
function keepAlive(agent: RequestOptions['agent']): void {
  if (typeof agent === 'object') Object.assign(agent, { keepAlive: true });
}

/** Tokens from files end with a line break, which no header may hold. */
function trimmed(headers: RequestOptions['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name, String(value).trim()]),
  );
}
