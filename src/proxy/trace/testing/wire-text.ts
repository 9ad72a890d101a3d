import type { HttpRequest, TraceRequest } from '../trace.ts';

/** Version 1 of the PROXY protocol: it says between which addresses the connection was made. */
export function proxyHeader({
  sourceIp = '10.9.9.9',
  sourcePort = 40_000,
  destination: { address = '10.0.0.1', port },
}: TraceRequest): string {
  return `PROXY TCP4 ${sourceIp} ${address} ${sourcePort} ${port}\r\n`;
}

/** An HTTP/1.1 request, after which the connection ends. */
export function httpText({ method, path, authority, headers }: HttpRequest): string {
  const lines = [['host', authority], ['connection', 'close'], ...headers].map(
    ([name, value]) => `${name}: ${value}`,
  );
  return [
    `${method} ${path} HTTP/1.1`,
    ...lines,
    ...(method === 'GET' ? [] : ['content-length: 0']),
    '',
    '',
  ].join('\r\n');
}
