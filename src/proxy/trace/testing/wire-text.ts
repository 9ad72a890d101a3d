import type { HttpRequest, TraceRequest } from '../trace.ts';

/** Version 1 of the PROXY protocol: it says between which addresses the connection was made. */
export function proxyHeader({
  sourceIp = '10.9.9.9',
  sourcePort = 40_000,
  destination: { address = '10.0.0.1', port },
}: TraceRequest): string {
  return `PROXY TCP4 ${sourceIp} ${address} ${sourcePort} ${port}\r\n`;
}

/** An HTTP/1.1 request, after which the connection ends unless it says itself what becomes of it. */
export function httpText({ method, path, authority, headers }: HttpRequest): string {
  const ending = headers.some(([name]) => name === 'connection') ? [] : [['connection', 'close']];
  const lines = [['host', authority], ...ending, ...headers].map(([name, value]) => `${name}: ${value}`);
  const hasBody = !['GET', 'CONNECT'].includes(method);
  return [
    `${method} ${method === 'CONNECT' ? authority : path} HTTP/1.1`,
    ...lines,
    ...(hasBody ? ['content-length: 0'] : []),
    '',
    '',
  ].join('\r\n');
}
