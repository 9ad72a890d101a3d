import { request } from 'node:https';
import { readFile } from 'node:fs/promises';
import type { JsonObject } from '../../resources/index.ts';
import { chooseContext } from '../kubeconfig/choose-context.ts';
import { parseKubeconfig } from '../kubeconfig/parse-kubeconfig.ts';
import { textOf } from '../text-of.ts';

/** Makes a function that creates objects in the cluster of a kubeconfig with a token, with nothing of what is tested. */
export async function objectWriter(
  kubeconfig: string,
): Promise<(path: string, object: JsonObject) => Promise<void>> {
  const config = parseKubeconfig(await readFile(kubeconfig, 'utf8'), kubeconfig);
  const { server, user } = chooseContext(config, undefined);
  const headers = { authorization: `Bearer ${textOf(user.token) ?? ''}`, 'content-type': 'application/json' };
  return (path, object) =>
    new Promise((resolve, reject) => {
      const sent = request(
        server + path,
        { method: 'POST', headers, rejectUnauthorized: false },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => (text += part));
          response.on('end', () => {
            if (response.statusCode === 201) resolve();
            else reject(new Error(`POST ${path}: ${text}`));
          });
        },
      );
      sent.on('error', reject).end(JSON.stringify(object));
    });
}
