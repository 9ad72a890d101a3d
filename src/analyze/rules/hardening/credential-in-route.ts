import type { Path } from '../../../path.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { holdsSecret, isSecretName, isSecretValue } from './is-credential.ts';

/** Headers that routes add are in the config dump of every proxy that has the route. */
export const credentialInRoute = defineRule<{ header: string }>({
  slug: 'hardening/credential-in-route',
  code: 'MSH0416',
  severity: 'warning',
  summary: 'No route adds a header with a secret.',
  hint: 'Let the client or an egress gateway that reads a Secret add it, and replace the secret, since it has been read.',
  kinds: ['VirtualService', 'HTTPRoute'],
  optIn: true,
  message: ({ header }) => `the header ${header} gets what looks like a secret in plain text`,
  check(mesh, report) {
    for (const { object, path, header, value } of headersOf(mesh))
      if (holdsSecret(value) || (isSecretHeader(header) && isSecretValue(value)))
        report(object, path, { header });
  },
});

const isSecretHeader = (name: string): boolean =>
  isSecretName(name) || /^(proxy-)?authorization$/i.test(name);

interface Header {
  readonly object: MeshObject;
  readonly path: Path;
  readonly header: string;
  readonly value: string;
}

const headersOf = (mesh: Mesh): readonly Header[] => [
  ...mesh.of('VirtualService').flatMap(ofVirtualService),
  ...mesh.of('HTTPRoute').flatMap(ofRoute),
];

type Changes = Readonly<Partial<Record<'set' | 'add', Readonly<Record<string, string>>>>>;

const ofVirtualService = (object: MeshObject<'VirtualService'>): readonly Header[] =>
  (object.spec.http ?? []).flatMap(({ headers, route = [] }, index) => {
    const path: Path = ['spec', 'http', index];
    const added = (changes: Changes | undefined, base: Path): readonly Header[] =>
      (['set', 'add'] as const).flatMap((verb) =>
        Object.entries(changes?.[verb] ?? {}).map(([header, value]) => ({
          ...{ object, header, value },
          path: [...base, 'headers', 'request', verb, header],
        })),
      );
    return [
      ...added(headers?.request, path),
      ...route.flatMap((one, place) => added(one.headers?.request, [...path, 'route', place])),
    ];
  });

const ofRoute = (object: MeshObject<'HTTPRoute'>): readonly Header[] =>
  (object.spec.rules ?? []).flatMap(({ filters = [] }, index) =>
    filters.flatMap(({ requestHeaderModifier }, place) =>
      (['set', 'add'] as const).flatMap((verb) =>
        (requestHeaderModifier?.[verb] ?? []).map(({ name: header = '', value = '' }, item) => ({
          ...{ object, header, value },
          path: ['spec', 'rules', index, 'filters', place, 'requestHeaderModifier', verb, item, 'value'],
        })),
      ),
    ),
  );
