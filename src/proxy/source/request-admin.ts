import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { MeshctlError } from '../../errors.ts';
import { brokenAnswer, noAnswer, refusedAnswer, timeIsOver, tooLong } from './admin-error.ts';
import type { AdminAnswer, AdminRequest, AdminTarget } from './admin-target.ts';

/** Dumps of the largest meshes have some hundred megabytes; Node.js takes no longer text than this. */
const defaultMaxBytes = 512_000_000;

/**
 * Asks the admin interface of a proxy once; gives its answer, which has the status 200.
 *
 * @throws {MeshctlError} `environment` when it cannot be reached, is too slow, breaks off, says too much or refuses.
 */
export async function requestAdmin(target: AdminTarget, asked: AdminRequest): Promise<Buffer> {
  const answer = await answerOf(target, asked);
  if (answer.status !== 200) throw refusedAnswer(target, asked, answer);
  return answer.body;
}

/** The same, whatever its status. */
export async function answerOf(target: AdminTarget, asked: AdminRequest): Promise<AdminAnswer> {
  const { timeout = 0, signal } = target;
  const clock = new AbortController();
  const timer =
    timeout > 0
      ? setTimeout(() => {
          clock.abort(timeIsOver(target, timeout));
        }, timeout)
      : undefined;
  const ends = signal ? AbortSignal.any([clock.signal, signal]) : clock.signal;
  let tunnel: Duplex | undefined;
  try {
    tunnel = await tunnelTo(target, ends);
    const response = await ask(target, asked, ends, tunnel);
    return { status: response.statusCode ?? 0, body: await bodyOf(response, target, ends) };
  } finally {
    clearTimeout(timer);
    tunnel?.destroy();
  }
}

async function tunnelTo(target: AdminTarget, signal: AbortSignal): Promise<Duplex | undefined> {
  try {
    signal.throwIfAborted();
    return await target.connect?.(signal);
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof MeshctlError ? error : noAnswer(target, error);
  }
}

async function ask(
  target: AdminTarget,
  asked: AdminRequest,
  signal: AbortSignal,
  tunnel: Duplex | undefined,
): Promise<IncomingMessage> {
  try {
    return await send(target, asked, signal, tunnel);
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof MeshctlError ? error : noAnswer(target, error);
  }
}

function send(
  { address }: AdminTarget,
  { method, path }: AdminRequest,
  signal: AbortSignal,
  tunnel: Duplex | undefined,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent: ClientRequest = request(
      address + path,
      {
        ...{ method, signal, headers: { accept: 'application/json, text/plain' } },
        // Either way without the agent of the process, which would keep the connection.
        ...(tunnel ? { createConnection: () => tunnel } : { agent: false }),
      },
      resolve,
    );
    sent.on('error', reject).end();
  });
}

async function bodyOf(response: IncomingMessage, target: AdminTarget, signal: AbortSignal): Promise<Buffer> {
  const { maxBytes = defaultMaxBytes } = target;
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of response as AsyncIterable<Buffer>) {
      pieces.push(piece);
      length += piece.length;
      if (length > maxBytes) throw tooLong(target, maxBytes);
    }
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof MeshctlError ? error : brokenAnswer(target, length, error);
  }
  // Where no length was announced, a connection that is given up looks like the end of the answer.
  signal.throwIfAborted();
  return Buffer.concat(pieces);
}
