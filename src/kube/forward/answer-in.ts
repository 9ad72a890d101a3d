import type { IncomingMessage } from 'node:http';
import type { ApiAnswer } from '../session/send.ts';

/** An answer that was not hoped for; of its text no more than messages show. */
export async function answerIn(response: IncomingMessage): Promise<ApiAnswer> {
  let text = '';
  try {
    for await (const chunk of response.setEncoding('utf8')) {
      text += String(chunk);
      if (text.length > longest) break;
    }
  } catch {
    // The status says enough.
  }
  return { status: response.statusCode ?? 0, headers: response.headers, text };
}

const longest = 100_000;
