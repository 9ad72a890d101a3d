import { labelOf } from '../../../label-of.ts';
import { label } from '../../../label.ts';
import { keyOf } from '../../../kube/apply/index.ts';
import type { PrecheckFacts } from '../precheck-facts.ts';
import type { PrecheckFinding } from '../precheck-report.ts';

/** Whether injection and validation by default go to one and the same revision. */
export function defaultRevisionFindings({
  injectors,
  validators,
}: PrecheckFacts): readonly PrecheckFinding[] | undefined {
  if (injectors === undefined || validators === undefined) return undefined;
  const tags = injectors.filter((object) => labelOf(object, label.tag) === 'default');
  const injects = [...new Set(tags.map((object) => labelOf(object, label.revision)))];
  const validator = validators.find((object) => keyOf(object).name === 'istiod-default-validator');
  const validates = validator && labelOf(validator, label.revision);
  const [first] = injects;
  if (injects.length > 1)
    return [
      {
        ...{ code: 'MSH0309', severity: 'error', origin: 'Cluster' },
        message: `several injectors are the tag default: they stand for ${injects.sort().join(', ')}`,
        hint: 'delete all but one of them',
      },
    ];
  if (first === undefined || validates === undefined || first === validates) return [];
  return [
    {
      ...{
        code: 'MSH0309',
        severity: 'warning',
        origin: 'ValidatingWebhookConfiguration istiod-default-validator',
      },
      message: `the revision ${first} injects by default, but ${validates} validates`,
      hint: `\`meshctl tag set default --revision ${first} --overwrite\` moves both`,
    },
  ];
}
