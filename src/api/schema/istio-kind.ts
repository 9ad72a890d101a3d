import type { TSchema } from 'typebox';
import { istioVersion } from '../../version.ts';
import { anyObject, as, intOrString, list, message, oneOf, string } from './fields.ts';
import type { KindDefinition, PrinterColumn } from './kind.ts';

interface IstioKind {
  readonly group: string;
  readonly kind: string;
  readonly plural: string;
  readonly shortNames?: readonly string[];
  readonly versions: readonly string[];
  /** The version that is stored. */
  readonly storage: string;
  /** Columns besides the age: title to path. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Where the age stands among the columns. */
  readonly age: 'first' | 'last' | 'none';
  readonly specRequired?: boolean;
  readonly spec: TSchema;
}

/** What all custom resource definitions of Istio have in common. */
export function istioKind(facts: IstioKind): KindDefinition {
  const root = message(
    `A ${facts.kind} of Istio.`,
    { spec: facts.spec, status },
    facts.specRequired === true ? { required: ['spec'] } : {},
  );
  const singular = facts.kind.toLowerCase();
  return {
    group: facts.group,
    kind: facts.kind,
    plural: facts.plural,
    singular,
    listKind: `${facts.kind}List`,
    shortNames: facts.shortNames ?? [],
    categories: ['istio-io', `${facts.group.split('.')[0] ?? ''}-istio-io`],
    scope: 'Namespaced',
    labels: {
      'app.kubernetes.io/instance': 'istio',
      'app.kubernetes.io/managed-by': 'Helm',
      'app.kubernetes.io/part-of': 'istio',
      'app.kubernetes.io/version': istioVersion,
      'helm.sh/chart': `base-${istioVersion}`,
    },
    annotations: { 'helm.sh/resource-policy': 'keep' },
    protobuf: true,
    channels: ['standard', 'experimental'],
    unservedInStandard: [],
    versions: facts.versions.map((name) => ({
      name,
      served: true,
      storage: name === facts.storage,
      deprecated: false,
      statusSubresource: true,
      columns: columnsOf(facts),
      schema: root,
    })),
  };
}

function columnsOf({ columns = {}, age }: IstioKind): readonly PrinterColumn[] {
  const named = Object.entries(columns).map(([name, jsonPath]): PrinterColumn => ({
    name,
    type: 'string',
    jsonPath,
  }));
  if (age === 'none') return named;
  const column: PrinterColumn = { name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp' };
  return age === 'first' ? [column, ...named] : [...named, column];
}

const condition = message('One aspect of how the object fares.', {
  type: string('Which aspect the condition tells of.'),
  status: string('Whether the aspect holds: `True`, `False` or `Unknown`.'),
  lastProbeTime: string('When the aspect was last looked at.', { format: 'date-time' }),
  lastTransitionTime: string('When the condition last changed from one value to another.', {
    format: 'date-time',
  }),
  reason: string('One CamelCase word for the cause of the last change.'),
  message: string('The cause of the last change in a sentence for people.'),
  observedGeneration: intOrString('The generation of the object that the writer of the status had seen.'),
});

const analysisMessage = message('A finding that istiod wrote to the object.', {
  type: message('What kind of finding it is.', {
    name: string('The readable name of the kind of finding.'),
    code: string('The code of the kind of finding, such as `IST0101`.'),
  }),
  level: oneOf(['UNKNOWN', 'ERROR', 'WARNING', 'INFO'], 'How serious the finding is.'),
  documentationUrl: string('Where the kind of finding is explained.'),
});

const status = anyObject('What the control plane reports about the object; users leave it alone.', {
  properties: {
    conditions: list(condition, 'Aspects of the state of the object, one entry each.'),
    validationMessages: list(analysisMessage, 'Findings of istiod about the object.'),
    observedGeneration: as(
      intOrString(),
      'The generation of the object that the writer of the status had seen.',
    ),
  },
});
