import type { Severity } from '../../finding.ts';

export interface StructureRule {
  readonly slug: string;
  readonly code: string;
  readonly severity: Severity;
  readonly summary: string;
}

const error = (slug: string, code: string, summary: string): StructureRule => ({
  slug,
  code,
  severity: 'error',
  summary,
});

/** What the schema of a kind asks of a document, whatever the kind. */
export const structureRules = {
  unknownField: error('schema/unknown-field', 'MSH0002', 'Every field of an object is one its kind has.'),
  type: error('schema/type', 'MSH0003', 'Every value has the type of its field.'),
  required: error('schema/required', 'MSH0004', 'Fields that the API server requires are there.'),
  enum: error('schema/enum', 'MSH0005', 'A field with a closed list of values holds one of them.'),
  bound: error('schema/bound', 'MSH0006', 'Numbers, texts, lists and maps keep the limits of their field.'),
  pattern: error('schema/pattern', 'MSH0006', 'A text has the form its field asks for.'),
  duration: error(
    'schema/duration',
    'MSH0007',
    'A duration is a number with a unit, such as `5s` or `1h30m`.',
  ),
  alternatives: error(
    'schema/alternatives',
    'MSH0008',
    'Of fields that exclude each other at most one is set.',
  ),
  duplicateItem: error('schema/duplicate-item', 'MSH0009', 'Items of a list with keys differ in their keys.'),
  cel: error('schema/cel', 'MSH0010', 'The CEL rules of the custom resource definition hold.'),
  deprecatedField: {
    slug: 'schema/deprecated-field',
    code: 'MSH0011',
    severity: 'warning',
    summary: 'No deprecated field or value is used.',
  },
  ignoredField: {
    slug: 'schema/ignored-field',
    code: 'MSH0002',
    severity: 'warning',
    summary: 'No field is given that Istio silently ignores.',
  },
} as const satisfies Record<string, StructureRule>;
