import { groupBy } from '../../../group-by.ts';
import { groupKinds } from '../../kinds.ts';
import { fullName, type MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';

/** In one configuration, the object that is applied last replaces the others without a word. */
export const redefined = defineRule<{ kind: string; name: string; times: number }>({
  slug: 'input/redefined',
  code: 'MSH0060',
  severity: 'warning',
  summary: 'What is applied together defines every object once.',
  hint: 'Keep one of the definitions. Alternatives, such as stages, belong into folders of their own.',
  kinds: [...groupKinds.keys()],
  scope: 'unit',
  message: ({ kind, name, times }) =>
    `${kind} ${name} is defined ${times} times; the last one applied counts`,
  check(mesh, report) {
    const named = mesh.objects.filter(({ name }) => name !== '');
    for (const [object, ...others] of groupBy(named, identityOf).values()) {
      if (object === undefined || others.length === 0) continue;
      const args = { kind: object.resource.kind, name: fullName(object), times: others.length + 1 };
      const related = others.map((other) => ({
        object: other,
        path: ['metadata', 'name'],
        message: 'defined again',
      }));
      report(object, ['metadata', 'name'], args, { related });
    }
  },
});

const identityOf = (object: MeshObject): string =>
  `${object.kind} ${object.resource.kind} ${fullName(object)}`;
