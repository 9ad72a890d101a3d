import { isObject } from '../../json.ts';
import { spawn } from 'node:child_process';
import { MeshctlError } from '../../errors.ts';
import type { Json, JsonObject } from '../../resources/index.ts';
import type { ConnectOptions } from '../connect-options.ts';
import { textOf, textsOf } from '../text-of.ts';
import type { ChosenContext } from './choose-context.ts';

/** What a login program (`exec` of a kubeconfig user) gives; certificate and key are PEM. */
export interface LoginCredential {
  readonly token?: string;
  readonly certificate?: string;
  readonly key?: string;
}

type Surroundings = Pick<ConnectOptions, 'env' | 'interactive' | 'say' | 'signal'>;

/**
 * Runs the login program of a user, as the protocol of client-go says: a request in KUBERNETES_EXEC_INFO, the
 * credential on standard output. https://kubernetes.io/docs/reference/config-api/client-authentication.v1/
 */
export async function runLoginProgram(
  exec: JsonObject,
  context: ChosenContext,
  surroundings: Surroundings,
): Promise<LoginCredential> {
  const { command } = exec;
  if (typeof command !== 'string' || command === '') {
    throw failure('(unnamed)', 'the exec section of the kubeconfig has no command');
  }
  const ended = await start(command, exec, context, surroundings);
  if (surroundings.signal?.aborted === true) throw stopped(command, surroundings.signal.reason);
  if (ended.error !== undefined) throw cannotStart(command, ended.error, exec.installHint);
  if (ended.code !== 0)
    throw failure(command, lastLine(ended.err) ?? `it ended with ${ended.code ?? 'a signal'}`);
  return readCredential(command, ended.out);
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly error?: NodeJS.ErrnoException;
}

function start(
  command: string,
  exec: JsonObject,
  context: ChosenContext,
  { env = process.env, interactive = false, say, signal }: Surroundings,
): Promise<Ended> {
  const asks = interactive && exec.interactiveMode !== 'Never';
  const child = spawn(command, textsOf(exec.args), {
    env: { ...env, ...variables(exec.env), KUBERNETES_EXEC_INFO: requestOf(exec, context, asks) },
    stdio: [asks ? 'inherit' : 'ignore', 'pipe', 'pipe'],
    windowsHide: true,
    ...(signal && { signal }),
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
    say?.(text);
  });
  return new Promise((resolve) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      resolve({ code: null, ...said, error });
    });
    child.on('close', (code) => {
      resolve({ code, ...said });
    });
  });
}

function variables(list: Json | undefined): Record<string, string> {
  const pairs = (Array.isArray(list) ? list : []).filter(isObject);
  return Object.fromEntries(
    pairs.flatMap(({ name, value }) =>
      typeof name === 'string' && typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}

/** What the program is told of the cluster has the field names of the kubeconfig, without what is for kubectl alone. */
function requestOf(exec: JsonObject, { server, cluster }: ChosenContext, interactive: boolean): string {
  const told = { ...cluster, server, extensions: undefined };
  const spec = { interactive, ...(exec.provideClusterInfo === true && { cluster: told }) };
  return JSON.stringify({ apiVersion: exec.apiVersion, kind: 'ExecCredential', spec });
}

/** An interruption is passed on; when the time is over, it was this program that took it. */
function stopped(command: string, reason: unknown): unknown {
  if (!(reason instanceof MeshctlError)) return reason;
  return new MeshctlError('environment', `cannot log in: the program ${command} did not end in time`, {
    hint: 'run it by hand to see what it waits for, or allow more time with --request-timeout',
  });
}

function cannotStart(
  command: string,
  error: NodeJS.ErrnoException,
  installHint: Json | undefined,
): MeshctlError {
  const missing = error.code === 'ENOENT';
  const advice = textOf(installHint)?.trim().split('\n')[0];
  return new MeshctlError('environment', `cannot log in: the program ${command} did not start`, {
    reason: missing ? 'it is not installed, or not in PATH' : error.message,
    hint: advice ?? `install ${command}, which the kubeconfig asks for, or choose another context`,
    cause: error,
  });
}

function failure(command: string, reason: string): MeshctlError {
  return new MeshctlError('environment', `cannot log in: the program ${command} gave no credential`, {
    reason,
    hint: 'log in as your cluster asks for, and try again',
  });
}

function lastLine(text: string): string | undefined {
  return textOf(text.trim().split('\n').at(-1)?.trim());
}

function readCredential(command: string, text: string): LoginCredential {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw failure(command, 'what it printed is not JSON');
  }
  const status = isObject(answer) && isObject(answer.status) ? answer.status : {};
  const token = textOf(status.token);
  const certificate = textOf(status.clientCertificateData);
  const key = textOf(status.clientKeyData);
  if ((token ?? certificate) === undefined)
    throw failure(command, 'it printed neither token nor certificate');
  return {
    ...(token !== undefined && { token }),
    ...(certificate !== undefined && { certificate }),
    ...(key !== undefined && { key }),
  };
}
