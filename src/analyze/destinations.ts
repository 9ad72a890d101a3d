import type { Path } from '../path.ts';
import type { KindSpecs } from './kinds.ts';
import type { Mesh } from './mesh.ts';
import type { MeshObject } from './mesh-object.ts';

type Spec = KindSpecs['VirtualService'];
type Item<L> = L extends readonly (infer T)[] ? T : never;
export type HttpRoute = Item<NonNullable<Spec['http']>>;
export type L4Route = Item<NonNullable<Spec['tcp']>> | Item<NonNullable<Spec['tls']>>;
type Target = NonNullable<Item<NonNullable<HttpRoute['route']>>['destination']>;

/** A place of a VirtualService that sends requests, or copies of them, to a host. */
export interface Destination {
  readonly service: MeshObject<'VirtualService'>;
  readonly protocol: 'http' | 'tcp' | 'tls';
  readonly route: HttpRoute | L4Route;
  readonly mirror: boolean;
  /** As written; empty where it is missing. */
  readonly host: string;
  readonly subset: string;
  readonly port: number | undefined;
  /** Where the destination stands, counted from the root of the object. */
  readonly path: Path;
}

/** Every destination of every VirtualService, in the order of the input: `mesh.derive(destinationsOf)`. */
export const destinationsOf = (mesh: Mesh): readonly Destination[] =>
  mesh.of('VirtualService').flatMap((service) => [...routed(service), ...mirrored(service)]);

function* routed(service: MeshObject<'VirtualService'>): Generator<Destination> {
  for (const protocol of ['tcp', 'tls', 'http'] as const) {
    for (const [index, route] of (service.spec[protocol] ?? []).entries()) {
      for (const [number, { destination = {} }] of (route.route ?? []).entries()) {
        const path = ['spec', protocol, index, 'route', number, 'destination'];
        yield { service, protocol, route, mirror: false, ...targetOf(destination), path };
      }
    }
  }
}

function* mirrored(service: MeshObject<'VirtualService'>): Generator<Destination> {
  for (const [index, route] of (service.spec.http ?? []).entries()) {
    const mirrors: [Target | undefined, Path][] = [
      [route.mirror, ['mirror']],
      ...(route.mirrors ?? []).map(({ destination }, number): [Target | undefined, Path] => [
        destination,
        ['mirrors', number, 'destination'],
      ]),
    ];
    for (const [target, path] of mirrors) {
      if (target === undefined) continue;
      const place = ['spec', 'http', index, ...path];
      yield { service, protocol: 'http', route, mirror: true, ...targetOf(target), path: place };
    }
  }
}

const targetOf = ({
  host = '',
  subset = '',
  port,
}: Target): Pick<Destination, 'host' | 'subset' | 'port'> => ({
  ...{ host, subset },
  port: port === undefined ? undefined : (port.number ?? 0),
});

/**
 * The place of a value of a destination. istioctl takes the line of the host for all that is wrong with it, and has none
 * for `mirrors`.
 */
export const placeIn = (
  { settings: { compat } }: Mesh,
  { path }: Destination,
  ...value: ['host'] | ['subset'] | ['port', 'number']
): Path => {
  if (!compat) return [...path, ...value];
  return path.includes('mirrors') ? path : [...path, 'host'];
};
