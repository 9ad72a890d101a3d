import { isObject, type Json, type JsonObject } from '../../json.ts';
import { ObjectMeta } from '../object-meta.ts';
import { compile } from './compiled.ts';
import { nodeOf } from './node.ts';
import { visit } from './structure.ts';
import { note, type Walk } from './walk.ts';

const rule = (name: string, summary: string) => ({
  slug: `metadata/${name}`,
  code: 'MSH0012',
  severity: 'error' as const,
  summary,
});

/** What the API server asks of the metadata of any object. */
export const metadataRules = {
  required: rule('required', 'An object has metadata with a name.'),
  name: rule('name', 'A name is lower-case letters, digits, hyphens and dots, at most 253 characters.'),
  namespace: rule(
    'namespace',
    'A namespace is lower-case letters, digits and hyphens, at most 63 characters.',
  ),
  label: rule('label', 'Labels have the form Kubernetes asks for.'),
  annotation: rule(
    'annotation',
    'Annotation keys have the form Kubernetes asks for, and all fit into 256 KiB.',
  ),
};

/** Checks `metadata`; the walk stands at the root of the object. Istio's own validation does not look at it. */
export function checkMetadata(walk: Walk, metadata: Json | undefined): void {
  walk.path.push('metadata');
  if (metadata === undefined || metadata === null) {
    noteAt(walk, metadataRules.required, '`metadata` is missing', 'Add `metadata:` with a `name:`.');
  } else {
    visit(walk, compile(nodeOf(ObjectMeta)), metadata);
    if (isObject(metadata)) checkForm(walk, metadata);
  }
  walk.path.pop();
}

type MetadataRule = (typeof metadataRules)[keyof typeof metadataRules];

function noteAt(walk: Walk, rule: MetadataRule, message: string, hint?: string): void {
  note(walk, { rule, message, hint, istio: false });
}

function checkForm(walk: Walk, metadata: JsonObject): void {
  const { namespace, labels, annotations } = metadata;
  checkName(walk, metadata);
  if (typeof namespace === 'string' && namespace !== '' && !isLabelName(namespace)) {
    at(
      walk,
      ['namespace'],
      metadataRules.namespace,
      `${JSON.stringify(namespace)} cannot be a namespace`,
      nameHint,
    );
  }
  if (isObject(labels)) checkLabels(walk, labels);
  if (isObject(annotations)) checkAnnotations(walk, annotations);
}

function checkName(walk: Walk, { name, generateName }: JsonObject): void {
  if (name === undefined || name === null || name === '') {
    if (generateName === undefined) at(walk, ['name'], metadataRules.required, '`metadata.name` is missing');
  } else if (typeof name === 'string' && !isSubdomain(name)) {
    at(
      walk,
      ['name'],
      metadataRules.name,
      `${JSON.stringify(name)} cannot be the name of an object`,
      nameHint,
    );
  }
}

const nameHint = 'Use lower-case letters, digits and hyphens; start and end with a letter or digit.';
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const labelName = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const isSubdomain = (text: string): boolean => text.length <= 253 && subdomain.test(text);
const isLabelName = (text: string): boolean => text.length <= 63 && labelName.test(text);

function at(walk: Walk, steps: readonly string[], rule: MetadataRule, message: string, hint?: string): void {
  walk.path.push(...steps);
  noteAt(walk, rule, message, hint);
  walk.path.length -= steps.length;
}

const keyName = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** A key is a name of at most 63 characters, perhaps behind a DNS prefix and a slash. */
function isKey(key: string): boolean {
  const slash = key.indexOf('/');
  const name = key.slice(slash + 1);
  return (slash < 0 || isSubdomain(key.slice(0, slash))) && name.length <= 63 && keyName.test(name);
}

function checkLabels(walk: Walk, labels: JsonObject): void {
  for (const [key, value] of Object.entries(labels)) {
    if (!isKey(key)) {
      at(
        walk,
        ['labels', key],
        metadataRules.label,
        `${JSON.stringify(key)} cannot be the key of a label`,
        keyHint,
      );
    }
    if (typeof value === 'string' && value !== '' && (value.length > 63 || !keyName.test(value))) {
      at(
        walk,
        ['labels', key],
        metadataRules.label,
        `${JSON.stringify(value)} cannot be the value of a label`,
        valueHint,
      );
    }
  }
}

const keyHint =
  'A key is `name` or `prefix.example.com/name`: letters, digits, `-`, `_` and `.`, at most 63 characters.';
const valueHint =
  'A value has at most 63 letters, digits, `-`, `_` and `.`, and starts and ends with a letter or digit.';

function checkAnnotations(walk: Walk, annotations: JsonObject): void {
  let size = 0;
  for (const [key, value] of Object.entries(annotations)) {
    if (!isKey(key.toLowerCase())) {
      at(
        walk,
        ['annotations', key],
        metadataRules.annotation,
        `${JSON.stringify(key)} cannot be the key of an annotation`,
        keyHint,
      );
    }
    size += key.length + (typeof value === 'string' ? value.length : 0);
  }
  if (size > 262144) {
    at(
      walk,
      ['annotations'],
      metadataRules.annotation,
      `the annotations are ${size} characters long; 262144 fit`,
    );
  }
}
