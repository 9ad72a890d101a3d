import type { HttpRequest, TraceRequest } from '../trace.ts';

/** A plain `GET http://shop.example/`, but for what is given. */
export function sampleRequest(
  http: Partial<HttpRequest> = {},
  connection: Partial<TraceRequest> = {},
): TraceRequest {
  return {
    ...{ from: 'outbound', host: 'shop.example', tls: false, sni: '', alpn: [] },
    destination: { address: '10.0.0.1', port: 8080 },
    ...{ sourceIp: '10.0.9.9', sourcePort: undefined, sourcePrincipal: undefined },
    ...connection,
    http: sampleHttp(http),
  };
}

export function sampleHttp(http: Partial<HttpRequest> = {}): HttpRequest {
  return {
    ...{ method: 'GET', scheme: 'http', authority: 'shop.example', path: '/', headers: [], version: '1.1' },
    ...http,
  };
}
