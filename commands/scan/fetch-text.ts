import { MeshctlError, messageOf } from '../../src/errors.ts';

const longest = 60_000;
const mostBytes = 64_000_000;

/**
 * Fetches a text over HTTPS, or over HTTP from this machine.
 *
 * @throws {MeshctlError} `usage` for another address; `environment` when it does not answer with a text.
 */
export async function fetchText(address: string, signal: AbortSignal): Promise<string> {
  const url = allowed(address);
  try {
    const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(longest)]) });
    if (!response.ok) throw new Error(`the answer is ${response.status} ${response.statusText}`.trim());
    const text = await response.text();
    if (text.length > mostBytes) throw new Error('the answer is too long to be a database');
    return text;
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    throw new MeshctlError('environment', `cannot fetch ${address}`, { reason: messageOf(cause), cause });
  }
}

function allowed(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isLocal = url !== undefined && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal)) return url;
  throw new MeshctlError('usage', `${address} is no address that can be trusted`, {
    hint: 'give one that begins with https://',
  });
}
