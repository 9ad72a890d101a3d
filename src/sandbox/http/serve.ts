import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { MeshctlError, codeOf, messageOf } from '../../errors.ts';
import { Refusal } from '../refusal.ts';
import type { Stage } from './answer-object.ts';
import { readRequest, type ApiRequest } from './api-request.ts';
import { sendAnswer } from './answer.ts';
import type { Fault, FaultFor } from './fault.ts';
import { answerUpgrade } from './answer-upgrade.ts';
import { isOpen, route } from './route.ts';

/** A server on this machine. */
export interface Served {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/**
 * Serves a cluster over HTTPS on 127.0.0.1.
 *
 * @param port - 0 for any.
 * @throws {MeshctlError} `environment` when the port is taken.
 */
export async function serve(stage: Stage, port: number, faultFor: FaultFor): Promise<Served> {
  const { certificate, key } = stage.cluster.identity.server;
  const server = createServer({ cert: certificate, key }, (incoming, response) => {
    void handle(stage, incoming, response, faultFor);
  });
  server.on('upgrade', (incoming, socket, head) => {
    answerUpgrade(stage.cluster, isAllowed(stage, incoming), incoming, socket, head);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(cannotListen(port, error));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
  return { port: actual, close };
}

function cannotListen(port: number, error: Error): MeshctlError {
  const taken = codeOf(error) === 'EADDRINUSE';
  return new MeshctlError('environment', `cannot listen on port ${port} of 127.0.0.1`, {
    reason: taken ? 'another program uses it' : messageOf(error),
    hint: 'choose another one with --port, or leave it out for any that is free',
    cause: error,
  });
}

async function handle(
  stage: Stage,
  incoming: IncomingMessage,
  response: ServerResponse,
  faultFor: FaultFor,
): Promise<void> {
  try {
    const request = await readRequest(incoming);
    const fault = faultFor({ ...request, userAgent: request.headers['user-agent'] ?? '' });
    if (fault === 'reset') incoming.socket.destroy();
    else await answer(stage, request, response, incoming, fault);
  } catch (error) {
    refuse(response, error);
  }
}

async function answer(
  stage: Stage,
  request: ApiRequest,
  response: ServerResponse,
  incoming: IncomingMessage,
  fault: Exclude<Fault, 'reset'> | undefined,
): Promise<void> {
  if (fault?.delay !== undefined) await sleep(fault.delay);
  if (fault?.code !== undefined) throw refusalOf(fault, response);
  if (!isOpen(request.path) && !isAllowed(stage, incoming))
    throw new Refusal(401, 'Unauthorized', 'Unauthorized');
  sendAnswer(response, route(stage, request));
}

function refusalOf(
  { code = 500, reason, message, retryAfter }: Exclude<Fault, 'reset'>,
  response: ServerResponse,
) {
  if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter));
  return new Refusal(code, reason ?? 'Simulated', message ?? 'a fault that was asked for', {
    ...(retryAfter !== undefined && { retryAfterSeconds: retryAfter }),
  });
}

/** Whether a request carries the token of the administrator, or one of a service account. */
function isAllowed({ cluster }: Stage, { headers }: IncomingMessage): boolean {
  const [, token = ''] = /^Bearer (.+)$/.exec(headers.authorization ?? '') ?? [];
  return (
    token === cluster.identity.token ||
    (token.includes('.') && cluster.identity.tokens.read(token) !== undefined)
  );
}

function refuse(response: ServerResponse, error: unknown): void {
  const refusal =
    error instanceof Refusal
      ? error
      : new Refusal(500, 'InternalError', `the sandbox has a mistake: ${messageOf(error)}`);
  if (response.headersSent) response.destroy();
  else sendAnswer(response, { code: refusal.code, body: refusal.status });
}
