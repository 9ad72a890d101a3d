import type { Json } from '../../resources/index.ts';
import { errorRule, type Check, type RuleInfo } from '../rule.ts';
import { valueAt } from '../value-at.ts';

const labelType = errorRule({
  slug: 'deployment/label-type',
  code: 'MSH0003',
  summary: 'Labels of the pods of a Deployment are text.',
  message: ({ label }: { label: string }) => `the label ${JSON.stringify(label)} is not text`,
  hint: 'Put the value in quotes.',
});

export const kubernetesDeploymentRules: readonly RuleInfo[] = [labelType];

const labelsPath = ['template', 'metadata', 'labels'];

/** What Istio reads of a Deployment: the labels of its pods. */
export const checkKubernetesDeployment: Check<Json> = (spec, { report, namespace }) => {
  if (namespace === 'istio-system') return;
  const labels = valueAt(spec, labelsPath);
  if (typeof labels !== 'object' || labels === null || Array.isArray(labels)) return;
  for (const [label, value] of Object.entries(labels)) {
    if (typeof value !== 'string') report(labelType, ['spec', ...labelsPath, label], { label });
  }
};
