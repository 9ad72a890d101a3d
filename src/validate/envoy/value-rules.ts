import { errorRule, warningRule, type Rule, type RuleInfo } from '../rule.ts';

export const wrongType = errorRule({
  slug: 'envoyfilter/wrong-type',
  summary: "The values of a patch have the types of Envoy's fields.",
  message: ({ expected, found }: { expected: string; found: string }) =>
    `expected ${expected}, found ${found}`,
});

export const enumValue = errorRule({
  slug: 'envoyfilter/enum-value',
  summary: "A field with a closed list of values holds one that Envoy's API knows.",
  message: ({
    value,
    suggestion,
    values,
  }: {
    value: string;
    suggestion?: string;
    values: readonly string[];
  }) =>
    suggestion === undefined
      ? `${JSON.stringify(value)} is none of ${listed(values)}`
      : `${JSON.stringify(value)} is not a value of this field; did you mean ${suggestion}?`,
});

export const badDuration = errorRule({
  slug: 'envoyfilter/duration',
  summary: 'A duration is a number with a unit, such as `10s` or `0.25s`.',
  message: ({ value }: { value: string }) =>
    `${JSON.stringify(value)} is not a duration; write a number with a unit, such as 10s or 0.25s`,
});

export const unknownType = errorRule({
  slug: 'envoyfilter/type-unknown',
  summary: "The `@type` of a typed configuration names a message of Envoy's v3 API.",
  message: ({ type, suggestion }: { type: string; suggestion?: string }) => {
    const fault =
      type === ''
        ? 'the type of the configuration is missing: `@type`'
        : `Istio knows no message ${JSON.stringify(type)}`;
    return suggestion === undefined ? fault : `${fault}; did you mean type.googleapis.com/${suggestion}?`;
  },
  hint: 'Types are written like type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua; the v2 API is gone.',
});

export const missingValue = errorRule({
  slug: 'envoyfilter/any-value',
  summary: 'A typed value of a type of protobuf itself stands under `value`.',
  message: ({ type }: { type: string }) =>
    `a typed value of ${type} is written under \`value\`, which is missing`,
});

export const unknownField = warningRule({
  slug: 'envoyfilter/unknown-field',
  summary: "Every field of a patch value is one that Envoy's message has.",
  message: ({ field, type, suggestion }: { field: string; type: string; suggestion?: string }) => {
    const fault = `${type} has no field ${JSON.stringify(field)}, so it is ignored`;
    return suggestion === undefined ? fault : `${fault}; did you mean ${suggestion}?`;
  },
});

export const noTypedConfig = warningRule({
  slug: 'envoyfilter/no-typed-config',
  summary: 'An extension that a patch configures has a `typed_config`.',
  message: ({ name }: { name: string }) =>
    `${name === '' ? 'the extension' : JSON.stringify(name)} has no typed_config; Envoy no longer finds extensions by their name`,
  hint: 'Add `typed_config` with the `@type` of the extension.',
});

export const deprecatedField: Rule<{ field: string; type: string }> = {
  slug: 'envoyfilter/deprecated-field',
  code: 'MSH0011',
  // Many such fields have no successor in older proxies.
  severity: 'info',
  refused: false,
  summary: 'A patch sets no field that Envoy has deprecated.',
  message: ({ field, type }) => `${field} of ${type} is deprecated in Envoy`,
  hint: "The documentation of Envoy's API names the replacement; a later version may refuse the field.",
};

export const alternatives = warningRule({
  slug: 'envoyfilter/alternatives',
  code: 'MSH0014',
  summary: 'Of fields that exclude each other a patch sets one.',
  message: ({ fields }: { fields: readonly string[] }) =>
    `${fields.join(' and ')} exclude each other: all but one are dropped`,
});

export const envoyConstraint = warningRule({
  slug: 'envoyfilter/envoy-constraint',
  code: 'MSH0014',
  summary: 'The values of a patch keep the limits that Envoy checks when it loads them.',
  message: ({ field, fault }: { field: string; fault: string }) =>
    `Envoy would refuse this: ${field} ${fault}`,
});

export const typedStruct = warningRule({
  slug: 'envoyfilter/typed-struct',
  code: 'MSH0014',
  summary: 'What a TypedStruct wraps is the JSON form of its type.',
  message: ({ fault }: { fault: string }) => `Envoy could not read this: ${fault}`,
});

export const valueRules: readonly RuleInfo[] = [
  wrongType,
  enumValue,
  badDuration,
  unknownType,
  missingValue,
  unknownField,
  noTypedConfig,
  deprecatedField,
  alternatives,
  envoyConstraint,
  typedStruct,
];

const shown = 10;

function listed(values: readonly string[]): string {
  const names = values.slice(0, shown).join(', ');
  return values.length > shown ? `${names}, ...` : names;
}
