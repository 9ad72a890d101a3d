// Writes src/api/kubernetes/type-table.ts: the fields of the Kubernetes types that an operator spec can hold, as the
// models of @kubernetes/client-node know them. Run: node scripts/run.mjs scripts/kubernetes-types.ts
import * as models from '@kubernetes/client-node';
import { writeFileSync } from 'node:fs';

interface Attribute {
  readonly baseName: string;
  readonly type: string;
  readonly format: string;
}

const roots = [
  'V1Affinity',
  'V1Toleration',
  'V1TopologySpreadConstraint',
  'V1LabelSelector',
  'V1NodeSelector',
  'V1Probe',
  'V1ResourceRequirements',
  'V1EnvVar',
  'V1EnvFromSource',
  'V2HorizontalPodAutoscalerSpec',
  'V1Lifecycle',
  'V1PodDisruptionBudgetSpec',
  'V1ServiceSpec',
  'V1DeploymentStrategy',
  'V1PodSecurityContext',
  'V1Volume',
  'V1VolumeMount',
  'V1SeccompProfile',
  'V1Container',
  'V1PodSpec',
  'V1ObjectMeta',
];

/** Fields that hold a quantity; the models say no more than that they are text. */
const quantities = new Set([
  'V1ResourceRequirements.limits',
  'V1ResourceRequirements.requests',
  'V2MetricTarget.averageValue',
  'V2MetricTarget.value',
  'V1EmptyDirVolumeSource.sizeLimit',
  'V1ResourceFieldSelector.divisor',
  'V1VolumeResourceRequirements.limits',
  'V1VolumeResourceRequirements.requests',
]);

const table: Record<string, Record<string, string>> = {};
for (const root of roots) add(root);
const text = `/** Kubernetes types by field: \`[]\` a list, \`{}\` a map. Written by scripts/kubernetes-types.ts. */
export const typeTable: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(table, undefined, 2)};
`;
writeFileSync('src/api/kubernetes/type-table.ts', text);

function add(name: string): void {
  if (table[name] !== undefined) return;
  const model = (models as unknown as Record<string, { attributeTypeMap: readonly Attribute[] }>)[name];
  if (model === undefined) throw new Error(`no model ${name}`);
  const fields: Record<string, string> = {};
  table[name] = fields;
  for (const attribute of model.attributeTypeMap) fields[attribute.baseName] = fieldOf(name, attribute);
}

function fieldOf(owner: string, { baseName, type, format }: Attribute): string {
  const list = /^Array<(.*)>$/.exec(type)?.[1];
  const map = /^\{ \[key: string\]: (.*?);? \}$/.exec(type)?.[1];
  const item = list ?? map ?? type;
  if (/^V\d/.test(item)) add(item);
  const prefix = list !== undefined ? '[]' : map !== undefined ? '{}' : '';
  if (quantities.has(`${owner}.${baseName}`)) return `${prefix}Quantity`;
  return `${prefix}${item === 'number' ? format : item}`;
}
