import type { ServerResponse } from 'node:http';
import type { Json, JsonObject } from '../../json.ts';

/** What a request is answered with. */
export type Answer =
  | {
      readonly code: number;
      readonly body: Json;
      /** Default: `application/json`. */
      readonly type?: string;
    }
  | { readonly text: string }
  /** An answer that goes on: the connection is handed over. */
  | { readonly stream: (response: ServerResponse) => void };

export const ok = (body: Json): Answer => ({ code: 200, body });

export function sendAnswer(response: ServerResponse, answer: Answer): void {
  if ('stream' in answer) {
    answer.stream(response);
    return;
  }
  const text = 'text' in answer ? answer.text : `${JSON.stringify(answer.body)}\n`;
  const type = 'text' in answer ? 'text/plain' : (answer.type ?? 'application/json');
  response.writeHead('text' in answer ? 200 : answer.code, {
    'content-type': type,
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-cache, private',
  });
  response.end(text);
}

/** The message at the end of a deletion that is done. */
export const success = (details: JsonObject): JsonObject => ({
  kind: 'Status',
  apiVersion: 'v1',
  metadata: {},
  status: 'Success',
  details,
});
