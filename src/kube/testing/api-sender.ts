import { readFile } from 'node:fs/promises';
import { request } from 'node:https';
import { isObject, type JsonObject } from '../../json.ts';
import { chooseContext } from '../kubeconfig/choose-context.ts';
import { parseKubeconfig } from '../kubeconfig/parse-kubeconfig.ts';
import { textOf } from '../text-of.ts';

interface ApiAnswer {
  readonly status: number;
  readonly body: JsonObject;
}

/** Sends a request as it stands, once, and gives what the server says. */
export type ApiSend = (
  method: string,
  path: string,
  body?: { readonly type: string; readonly text: string },
) => Promise<ApiAnswer>;

/** Makes a function that sends requests to the cluster of a kubeconfig with a token. */
export async function apiSender(kubeconfig: string): Promise<ApiSend> {
  const config = parseKubeconfig(await readFile(kubeconfig, 'utf8'), kubeconfig);
  const { server, user } = chooseContext(config, undefined);
  const headers = { authorization: `Bearer ${textOf(user.token) ?? ''}`, accept: 'application/json' };
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const options = {
        method,
        headers: { ...headers, ...(body && { 'content-type': body.type }) },
        rejectUnauthorized: false,
      };
      const sent = request(server + path, options, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => {
          const read: unknown = text.startsWith('{') ? JSON.parse(text) : {};
          resolve({ status: response.statusCode ?? 0, body: isObject(read) ? read : {} });
        });
      });
      sent.on('error', reject).end(body?.text);
    });
}
