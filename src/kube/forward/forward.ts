import { isObject } from '../../json.ts';
import { Duplex } from 'node:stream';
import { MeshctlError } from '../../errors.ts';
import { ApiError } from '../api-error.ts';
import type { PodName } from '../client.ts';
import { request, type RequestStage } from '../request.ts';
import { attempts, type Attempt } from '../session/attempts.ts';
import { connectionError, isBroken } from '../session/connection-error.ts';
import type { ApiAnswer } from '../session/send.ts';
import type { Session } from '../session/session.ts';
import { textOf } from '../text-of.ts';
import {
  brokenTunnel,
  isNoPod,
  refusedTunnel,
  unreachedPort,
  type PodPort,
  type PodState,
} from './forward-error.ts';
import type { TunnelFaults } from './tunnel-faults.ts';
import { openWebSocket } from './web-socket.ts';

/** When a connection to a pod ends by itself. */
export interface ForwardSignals {
  /** While it is being opened. */
  readonly opening: AbortSignal;
  /** At any time. */
  readonly always: AbortSignal;
}

/** How a connection is made, for tests. */
export interface ForwardOptions {
  /** Do as if WebSocket had been refused. */
  readonly spdyOnly?: boolean;
}

/** Opens a connection to a port of a pod; see `ClusterClient.forward`. */
export async function forward(
  to: PodPort,
  { opening, always }: ForwardSignals,
  stage: RequestStage,
  { spdyOnly = false }: ForwardOptions = {},
): Promise<Duplex> {
  const signal = AbortSignal.any([opening, always]);
  const faults: TunnelFaults = {
    refused: async (text) => unreachedPort(text, to, await stateOf(to.pod, always, stage)),
    broken: (cause) => brokenTunnel(to, cause),
  };
  const open: Open = (session) => openEither(session, to, { faults, signal, spdyOnly });
  const stream = await attempts(() => attemptOnce(open, to, signal, stage), signal, stage.clock);
  endWith(always, stream);
  return stream;
}

interface Opening extends Required<ForwardOptions> {
  readonly faults: TunnelFaults;
  readonly signal: AbortSignal;
}

/**
 * Tries WebSocket, and SPDY where that is refused by a server that is too old, by a proxy in between, or by RBAC: the one
 * asks for the verb `get`, the other for `create`.
 */
async function openEither(
  session: Session,
  to: PodPort,
  { faults, signal, spdyOnly }: Opening,
): Promise<Duplex | ApiAnswer> {
  const path = `${podPath(to.pod)}/portforward`;
  const opened = spdyOnly
    ? undefined
    : await openWebSocket(session, `${path}?ports=${to.port}`, faults, signal);
  if (opened instanceof Duplex || (opened !== undefined && isFinal(opened))) return opened;
  const { openSpdy } = await import('./spdy/open-spdy.ts');
  const second = await openSpdy(session, { path, port: to.port }, faults, signal);
  if (second instanceof Duplex || opened === undefined) return second;
  return opened.status === 403 ? opened : second;
}

/** Another protocol would be answered in the same way. */
const isFinal = (answer: ApiAnswer): boolean =>
  answer.status === 401 || answer.status === 429 || isNoPod(answer);

type Open = (session: Session) => Promise<Duplex | ApiAnswer>;

async function attemptOnce(
  open: Open,
  to: PodPort,
  signal: AbortSignal,
  stage: RequestStage,
): Promise<Attempt<Duplex>> {
  let opened;
  try {
    opened = await openLoggedIn(open, stage);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof MeshctlError) throw error;
    return { failure: connectionError(error, stage.asked), again: isBroken(error) };
  }
  if (opened instanceof Duplex) return { value: opened };
  return {
    failure: refusedTunnel(opened, to, stage.asked),
    again: passing.has(opened.status),
    answer: opened,
  };
}

/** A 500 is what an API server says that cannot reach the node: it stays. */
const passing = new Set([429, 503]);

async function openLoggedIn(open: Open, stage: RequestStage): Promise<Duplex | ApiAnswer> {
  const session = await stage.session();
  const opened = await open(session);
  if (opened instanceof Duplex || opened.status !== 401) return opened;
  return open(await stage.session(session));
}

const podPath = ({ namespace, name }: PodName): string =>
  `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${encodeURIComponent(name)}`;

/** What the API server knows of a pod whose port was not reached, if it tells at once. */
async function stateOf(pod: PodName, signal: AbortSignal, stage: RequestStage): Promise<PodState> {
  const ends = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
  try {
    const { status } = await request({ method: 'GET', path: podPath(pod) }, ends, stage);
    return (isObject(status) ? textOf(status.phase) : undefined) ?? 'unknown';
  } catch (error) {
    return error instanceof ApiError && error.status === 404 ? 'gone' : 'unknown';
  }
}

const patience = 2000;

function endWith(signal: AbortSignal, stream: Duplex): void {
  const end = (): void => {
    stream.destroy(signal.reason as Error);
  };
  signal.addEventListener('abort', end, { once: true });
  stream.once('close', () => {
    signal.removeEventListener('abort', end);
  });
}
