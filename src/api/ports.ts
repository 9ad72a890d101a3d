import { message, string, uint32 } from './schema/fields.ts';
import { portNumber } from './cel-rules.ts';

export const PortSelector = message('Names a port of the destination service.', {
  number: uint32("Service port to use, 1 to 65535; not the container's port."),
});

export const Port = message(
  'A port a gateway opens.',
  {
    number: uint32('Port the gateway listens on, 1 to 65535; 0 only with a Unix socket as `bind`.'),
    protocol: string(
      'What is served here: `HTTP`, `HTTPS`, `GRPC`, `HTTP2`, `MONGO`, `TCP` or `TLS`. TLS kinds need a `tls` block.',
    ),
    name: string('Label of the port, unique over all servers of the Gateway. Required.'),
    targetPort: uint32(
      "Without effect on gateways. Deprecated: remove it; validation rejects it, and the gateway's Service maps ports.",
      { deprecated: "remove it; validation rejects it, and the gateway's Service maps ports" },
    ),
  },
  { required: ['number', 'protocol', 'name'] },
);

export const ServicePort = message(
  'A port of a ServiceEntry.',
  {
    number: uint32('Port clients address, 1 to 65535; unique in the ServiceEntry.', { cel: [portNumber] }),
    protocol: string(
      'Protocol spoken: `HTTP`, `HTTPS`, `GRPC`, `HTTP2`, `MONGO`, `TCP` or `TLS`. Default: treated as TCP.',
      { maxLength: 256 },
    ),
    name: string('Label of the service port, unique in the ServiceEntry. Required.', { maxLength: 256 }),
    targetPort: uint32('Port of the endpoints that receives the traffic. Default: same as `number`.', {
      cel: [portNumber],
    }),
  },
  { required: ['number', 'name'] },
);

export const SidecarPort = message('A port of a Sidecar listener.', {
  number: uint32('Port the sidecar listens on, 1 to 65535; 0 only for an outbound Unix socket.'),
  protocol: string('Protocol of the listener: `HTTP`, `HTTPS`, `GRPC`, `HTTP2`, `MONGO`, `TCP` or `TLS`.'),
  name: string("Label of the listener's port, for reference only."),
  targetPort: uint32(
    "Without effect on sidecar listeners. Deprecated: remove it and use the listener's `defaultEndpoint`.",
    { deprecated: "remove it and use the listener's `defaultEndpoint`" },
  ),
});
