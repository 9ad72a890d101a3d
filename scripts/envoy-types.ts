// Writes src/api/envoy/type-table.ts: the messages and enums of Envoy's API that the value of an EnvoyFilter patch can
// hold. Run: node scripts/run.mjs scripts/envoy-types.ts FILE
// FILE is JSON: `messages`, by full name and field `TYPE [oneof:NAME] [deprecated] [rules:JSON]`, where the rules are
// those of protoc-gen-validate as JSON; and `enums`, by full name the names of the values in the order of their numbers.
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

type Rules = Record<string, unknown>;

const target = 'src/api/envoy/type-table.ts';
const [, , source] = process.argv;
if (source === undefined) throw new Error('name the file with the facts');
const facts = JSON.parse(readFileSync(source, 'utf8')) as {
  readonly messages: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly enums: Readonly<Record<string, readonly string[]>>;
};

function packageOf(name: string): string {
  return name.slice(0, name.search(/\.[A-Z]/));
}

function fieldText(name: string, fact: string, home: string): string {
  const [, type = '', oneof, deprecated, json] =
    /^(\S+)(?: oneof:(\S+))?( deprecated)?(?: rules:(\{.*\}))?$/s.exec(fact) ?? [];
  if (type === '') throw new Error(`${name}: ${fact}`);
  const rules = json === undefined ? {} : flatRules(JSON.parse(json) as Rules);
  return [
    `${name}:${shortType(type, home)}`,
    deprecated === undefined ? '' : '!',
    oneof === undefined ? '' : `|${oneof}`,
    Object.keys(rules).length === 0 ? '' : JSON.stringify(rules).replaceAll(' ', String.raw`\u0020`),
  ].join('');
}

function shortType(type: string, home: string): string {
  return type
    .replaceAll('google.protobuf.', '')
    .replace(/[a-z][\w.]*\.[A-Z][\w.]*$|[a-z][\w.]*\.[A-Z][\w.]*(?=>)/, (name) =>
      packageOf(name) === home ? name.slice(home.length) : name,
    );
}

/** One object without the type of the value, which is known: `{"uint32":{"gte":1}}` is `{"gte":1}`. */
function flatRules(rules: Rules): Rules {
  const given = Object.values(rules).flatMap((part) => Object.entries(part as Rules));
  const strict = !given.some(([rule, value]) => rule === 'strict' && value === false);
  return Object.fromEntries(
    given.flatMap(([rule, value]) => (plainRules[rule] ?? keptRule)(rule, value, strict)),
  );
}

type PlainRule = (rule: string, value: unknown, strict: boolean) => [string, unknown][];

const keptRule: PlainRule = (rule, value) => {
  if (value === false) return [];
  return [[rule, typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value]];
};

const innerRules: PlainRule = (rule, value) => {
  const inner = flatRules(value as Rules);
  return Object.keys(inner).length === 0 ? [] : [[rule, inner]];
};

const plainRules: Readonly<Record<string, PlainRule>> = {
  // Numbers of enum values are not known, but that of the first is 0.
  definedOnly: () => [],
  notIn: (_, value) => ((value as readonly number[]).includes(0) ? [['notDefault', true]] : []),
  items: innerRules,
  keys: innerRules,
  values: innerRules,
  wellKnownRegex: (_, value, strict) => [['header', strict ? value : 'LOOSE']],
  strict: () => [],
  skip: () => [],
};

const messages: Record<string, Record<string, string>> = {};
for (const [name, fields] of Object.entries(facts.messages)) {
  const home = packageOf(name);
  const table = (messages[home] ??= {});
  table[name.slice(home.length + 1)] = Object.entries(fields)
    .map(([field, text]) => fieldText(field, text, home))
    .join(' ');
}
const enums = Object.fromEntries(
  Object.entries(facts.enums).map(([name, values]) => [name, values.join(' ')]),
);

const text = `// Written by scripts/envoy-types.ts.

/**
 * Messages by package and name. A field is \`name:type\`, then \`!\` when it is deprecated, \`|name\` of its oneof, and as
 * JSON what Envoy asks of the value. Types: \`[]\` a list, \`map<key,value>\`, \`enum:\`; a name that starts with a dot is of
 * the same package, one that starts with a capital letter of google.protobuf.
 */
export const messageTable: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(messages)};

/** Names of the values of enums. */
export const enumTable: Readonly<Record<string, string>> = ${JSON.stringify(enums)};
`;
writeFileSync(target, await format(text, { ...(await resolveConfig(target)), parser: 'typescript' }));
