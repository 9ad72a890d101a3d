import { label } from '../../../label.ts';
import type { UpgradeFact } from '../../upgrade-plan.ts';
import type { DecisionSources } from './decision-sources.ts';
import { fact, orFine } from './fact.ts';

/** Whether the new control plane can have its name. */
export function nameFacts({ mesh, way }: DecisionSources): readonly UpgradeFact[] {
  const { revision } = way.to;
  const hint = 'give it another one with --revision';
  const found = [
    ...(revision === way.from.revision
      ? [
          fact('stop', 'same-revision', `${revision} is the control plane that is there`, {
            hint: `${hint}, or upgrade in place with \`meshctl upgrade\``,
          }),
        ]
      : []),
    ...(revision === 'default'
      ? [
          fact(
            'stop',
            'unnamed-target',
            'a control plane without a name takes the default at once, and can be no canary',
            { hint },
          ),
        ]
      : []),
    ...(mesh.report.tags.some(({ name }) => name === revision)
      ? [
          fact(
            'stop',
            'name-taken',
            `${revision} is the name of a tag: its webhook would be called for the same pods`,
            { hint },
          ),
        ]
      : []),
    ...(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(revision)
      ? []
      : [
          fact(
            'stop',
            'bad-name',
            `"${revision}" cannot be the value of ${label.revision} and part of names`,
            { hint: 'use small letters, digits and dashes, 63 at most' },
          ),
        ]),
  ];
  return orFine(found, 'name', `nothing else is called ${revision}`);
}
