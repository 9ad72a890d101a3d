import { isObject, type Json } from '../../json.ts';
import type { Path } from '../../path.ts';
import { errorRule, type Check, type Report, type RuleInfo } from '../rule.ts';
import { valueAt } from '../value-at.ts';

const labelType = errorRule({
  slug: 'deployment/label-type',
  code: 'MSH0003',
  summary: 'Labels of the pods of a Deployment are an object of texts.',
  message: ({ label }: { label?: string }) =>
    label === undefined ? 'expected an object' : `the label ${JSON.stringify(label)} is not text`,
  hint: 'Labels are `name: value` with texts as values; put numbers, `true` and the like in quotes.',
});

export const kubernetesDeploymentRules: readonly RuleInfo[] = [labelType];

/** What Istio reads of a Deployment: the labels of its pods. */
export const checkKubernetesDeployment: Check<Json> = (spec, { report, namespace }) => {
  if (namespace === 'istio-system') return;
  const metadata = valueAt(spec, ['template', 'metadata']) ?? null;
  if (metadata === null) return;
  const path = ['spec', 'template', 'metadata'];
  if (!isObject(metadata)) report(labelType, path, {});
  else if (metadata.labels !== undefined) checkLabels(metadata.labels, [...path, 'labels'], report);
};

function checkLabels(labels: Json, path: Path, report: Report): void {
  if (!isObject(labels)) {
    report(labelType, path, {});
    return;
  }
  for (const [label, value] of Object.entries(labels)) {
    if (typeof value !== 'string') report(labelType, [...path, label], { label });
  }
}
