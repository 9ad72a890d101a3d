import { isObject } from '../../json.ts';
import type { JsonObject } from '../../resources/index.ts';
import type { Connection } from '../connection.ts';
import { isPassing } from '../session/retry.ts';
import { openResponse, unpacked, type ApiAnswer, type ApiRequest } from '../session/send.ts';

/** The server did not take a watch up. */
export class WatchRefused extends Error {
  readonly answer: ApiAnswer;

  constructor(answer: ApiAnswer) {
    super(`a watch was answered with ${answer.status}`);
    this.answer = answer;
  }

  get passes(): boolean {
    return isPassing(this.answer);
  }
}

/**
 * The objects in an answer that has one in each line and goes on, as watches have. Ends when the server ends it; throws
 * what Node says when the connection breaks, and `WatchRefused` for any other answer.
 */
export async function* watchLines(
  connection: Connection,
  request: ApiRequest,
  signal: AbortSignal,
): AsyncGenerator<JsonObject, void, undefined> {
  let rest = '';
  for await (const text of texts(connection, request, signal)) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const value: unknown = line.trim() === '' ? undefined : JSON.parse(line);
      if (isObject(value)) yield value;
    }
  }
}

async function* texts(
  { stage }: Connection,
  request: ApiRequest,
  signal: AbortSignal,
): AsyncGenerator<string, void, undefined> {
  const session = await stage.session();
  let response = await openResponse(session, request, signal);
  if (response.statusCode === 401) {
    response.destroy();
    response = await openResponse(await stage.session(session), request, signal);
  }
  const body = unpacked(response).setEncoding('utf8');
  const status = response.statusCode ?? 0;
  if (status !== 200) {
    let text = '';
    for await (const part of body) text += String(part);
    throw new WatchRefused({ status, headers: response.headers, text });
  }
  for await (const part of body) yield String(part);
}
