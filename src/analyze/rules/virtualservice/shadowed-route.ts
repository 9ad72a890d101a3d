import { gatewayName } from '../../names.ts';
import { fullName, type MeshObject } from '../../mesh-object.ts';
import { formatPath } from '../../../path.ts';
import { defineRule } from '../../rule.ts';
import { EarlierMatches, type Place } from './earlier-matches.ts';
import { isToldByItself } from './match-covers.ts';

type VirtualService = MeshObject<'VirtualService'>;

/** Routes are tried in order: one whose requests are all taken before never sees any. */
export const shadowedRoute = defineRule<{ by: string }>({
  slug: 'virtualservice/shadowed-route',
  code: 'MSH0102',
  severity: 'warning',
  summary: 'Every match of a VirtualService can be reached.',
  hint: 'Put the narrower match first.',
  kinds: ['VirtualService'],
  message: ({ by }) => `never reached: every request that fits here fits ${by} before`,
  check(mesh, report) {
    for (const service of mesh.of('VirtualService')) {
      const earlier = new EarlierMatches();
      for (const place of placesIn(service)) {
        // Everything after a route without matches is told by itself.
        if (earlier.takesAll) break;
        const cover = earlier.coverOf(place);
        if (cover !== undefined && !isToldByItself(cover.match, place.match))
          report(
            service,
            place.path,
            { by: formatPath(cover.path) },
            { related: [{ object: service, path: cover.path, message: 'takes the requests before' }] },
          );
        if (place.ends) earlier.add(place);
      }
    }
  },
});

function* placesIn(service: VirtualService): Generator<Place> {
  const { http = [], gateways = [] } = service.spec;
  for (const [index, { match = [], delegate }] of http.entries()) {
    const route = ['spec', 'http', index];
    const ends = delegate === undefined;
    const all = gatewaysOf(service, gateways);
    if (match.length === 0) yield { match: {}, gateways: all, path: route, matchLess: true, ends };
    for (const [number, held] of match.entries()) {
      const own = held.gateways ?? [];
      yield {
        ...{ match: held, path: [...route, 'match', number], matchLess: false, ends },
        gateways: own.length === 0 ? all : gatewaysOf(service, own),
      };
    }
  }
}

const gatewaysOf = ({ namespace }: VirtualService, names: readonly string[]): ReadonlySet<string> =>
  new Set(
    (names.length === 0 ? ['mesh'] : names).map((name) =>
      name === 'mesh' ? name : fullName(gatewayName(name, namespace)),
    ),
  );
