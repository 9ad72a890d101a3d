import { request } from 'node:https';
import { isObject, plainText, type Json, type JsonObject } from '../../json.ts';
import { chooseContext } from '../../kube/kubeconfig/choose-context.ts';
import { parseKubeconfig } from '../../kube/kubeconfig/parse-kubeconfig.ts';

/** A request to an API server, as it goes over the wire. */
export interface Sent {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly body?: Json;
  /** Media type of the body. Default: `application/json`. */
  readonly type?: string;
  readonly accept?: string;
}

export interface Got {
  readonly code: number;
  readonly body: JsonObject;
  /** Of an answer that is no JSON object. */
  readonly text: string;
}

/** Makes a function that sends requests to the cluster of a kubeconfig with a token, with nothing of what is tested. */
export function apiSender(kubeconfig: string): (sent: Sent) => Promise<Got> {
  const { server, user } = chooseContext(parseKubeconfig(kubeconfig, 'test'), undefined);
  const authorization = `Bearer ${plainText(user.token)}`;
  return ({ method, path, body, type = 'application/json', accept = 'application/json' }) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const headers = {
        ...{ authorization, accept, 'user-agent': 'parity/1' },
        ...(text !== undefined && { 'content-type': type, 'content-length': Buffer.byteLength(text) }),
      };
      const options = { method, headers, rejectUnauthorized: false, agent: false } as const;
      const open = request(server + path, options, (response) => {
        let answer = '';
        response.setEncoding('utf8').on('data', (part: string) => (answer += part));
        response.on('end', () => {
          const read: unknown = answer.startsWith('{') ? JSON.parse(answer) : undefined;
          resolve({ code: response.statusCode ?? 0, body: isObject(read) ? read : {}, text: answer });
        });
      });
      open.on('error', reject).end(text);
    });
}
