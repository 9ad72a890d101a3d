import type { Path } from '../../../path.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { headersOf } from './headers.ts';
import { loadBalancersOf } from './load-balancers.ts';

/** Limits that Envoy's configuration types set (`validate.rules` of its protos) and that Istio does not check. */
const limits = {
  'the size of the ring': { most: 8_388_608, unit: '', lost: 'cluster' },
  'the value of the header': { most: 16_384, unit: ' bytes', lost: 'routes of the port' },
  'the name of the header': { most: 16_384, unit: ' bytes', lost: 'routes of the port' },
  'the name of the query parameter': { most: 1_024, unit: ' bytes', lost: 'routes of the port' },
} as const;

type Limited = keyof typeof limits;

/** RingHashLbConfig.minimum_ring_size, HeaderValue.key and value, QueryParameterMatcher.name. */
export const limit = defineRule<{ what: Limited; size: number }>({
  slug: 'envoy/limit',
  code: 'MSH0163',
  severity: 'error',
  summary: 'Values stay within the limits of Envoy.',
  hint: 'Use a smaller value.',
  kinds: ['VirtualService', 'DestinationRule'],
  message: ({ what, size }) => {
    const { most, unit, lost } = limits[what];
    return `${what} is ${size}${unit}, and Envoy takes ${most} at most: it refuses the ${lost}`;
  },
  check(mesh, report) {
    for (const { object, path, what, size } of sizesOf(mesh)) {
      if (size > limits[what].most) report(object, path, { what, size });
    }
  },
});

interface Size {
  readonly object: MeshObject;
  readonly path: Path;
  readonly what: Limited;
  readonly size: number;
}

function* sizesOf(mesh: Mesh): Generator<Size> {
  for (const { rule: object, settings, path } of mesh.derive(loadBalancersOf)) {
    const { minimumRingSize, ringHash } = settings.consistentHash ?? {};
    const place = [...path, 'consistentHash'];
    const ring = { object, what: 'the size of the ring' } as const;
    yield { ...ring, path: [...place, 'minimumRingSize'], size: minimumRingSize ?? 0 };
    yield { ...ring, path: [...place, 'ringHash', 'minimumRingSize'], size: ringHash?.minimumRingSize ?? 0 };
  }
  for (const { object, path, name, value = '' } of mesh.derive(headersOf)) {
    yield { object, path, what: 'the name of the header', size: Buffer.byteLength(name) };
    yield { object, path, what: 'the value of the header', size: Buffer.byteLength(value) };
  }
  for (const object of mesh.of('VirtualService')) yield* parametersOf(object);
}

function* parametersOf(object: MeshObject<'VirtualService'>): Generator<Size> {
  for (const [index, { match = [] }] of (object.spec.http ?? []).entries()) {
    for (const [number, { queryParams = {} }] of match.entries()) {
      for (const name of Object.keys(queryParams)) {
        const path = ['spec', 'http', index, 'match', number, 'queryParams', name];
        yield { object, path, what: 'the name of the query parameter', size: Buffer.byteLength(name) };
      }
    }
  }
}
