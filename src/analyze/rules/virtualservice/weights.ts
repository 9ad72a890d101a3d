import type { Path } from '../../../path.ts';
import type { HttpRoute, L4Route } from '../../destinations.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';

/** Several destinations among which the requests of a route are shared. */
export interface Shares {
  readonly service: MeshObject<'VirtualService'>;
  readonly destinations: NonNullable<(HttpRoute | L4Route)['route']>;
  readonly sum: number;
  /** The list of destinations. */
  readonly path: Path;
}

/** Every route with several destinations. */
export function* sharesIn(mesh: Mesh): Generator<Shares> {
  for (const service of mesh.of('VirtualService')) {
    for (const protocol of ['http', 'tcp', 'tls'] as const) {
      for (const [index, { route = [] }] of (service.spec[protocol] ?? []).entries()) {
        if (route.length < 2) continue;
        const sum = route.reduce((total, { weight = 0 }) => total + weight, 0);
        yield { service, destinations: route, sum, path: ['spec', protocol, index, 'route'] };
      }
    }
  }
}
