import type { Path } from '../../../path.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { selectorText, type Labels } from '../../workloads.ts';

type Server = NonNullable<MeshObject<'Gateway'>['spec']['servers']>[number];

/** A server of a Gateway, with what the rules compare. */
export interface GatewayServer {
  readonly gateway: MeshObject<'Gateway'>;
  readonly server: Server;
  readonly path: Path;
  readonly selector: Labels;
  /** The selector as text. */
  readonly selectorKey: string;
  readonly port: number;
  readonly bind: string;
  /** As written, with their namespaces. */
  readonly hosts: readonly string[];
}

/** Every server of every Gateway, in the order of the input. */
export const serversOf = (mesh: Mesh): readonly GatewayServer[] =>
  mesh.of('Gateway').flatMap((gateway) => {
    const { selector = {}, servers = [] } = gateway.spec;
    const selectorKey = selectorText(selector);
    return servers.map((server, index) => ({
      ...{ gateway, server, selector, selectorKey },
      path: ['spec', 'servers', index],
      port: server.port?.number ?? 0,
      bind: server.bind ?? '',
      hosts: server.hosts ?? [],
    }));
  });

/** `shop.example` of `web/shop.example`. */
export const hostOf = (host: string): string => host.slice(host.indexOf('/') + 1);

/** Whether requests are routed by their path and headers on this server, so that servers of one port can share hosts. */
export const isPlainHttp = ({ server }: GatewayServer): boolean =>
  ['HTTP', 'HTTP2', 'GRPC', 'GRPC-WEB'].includes((server.port?.protocol ?? '').toUpperCase());
