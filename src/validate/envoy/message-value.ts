import { envoyEnum, envoyMessage, type EnvoyField, type EnvoyMessage } from '../../api/envoy/index.ts';
import { closest } from '../../closest.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import type { Path } from '../../path.ts';
import { checkConstraints } from './constraints.ts';
import { reportType, type Reading } from './reading.ts';
import { missedForm } from './scalar-form.ts';
import { similarType } from './similar-type.ts';
import {
  deprecatedField,
  enumValue,
  missingValue,
  typedStruct,
  unknownField,
  unknownType,
} from './value-rules.ts';
import { isWellKnown, missedWellKnown } from './well-known-value.ts';

/** Nobody nests messages this deep; it keeps the stack small. */
const deepest = 1000;

/** Checks that a value is the JSON form of a message of Envoy, as Istio reads it, and that Envoy would take it. */
export function checkMessage(type: string, value: Json, path: Path, reading: Reading): void {
  if (value === null || path.length > deepest) return;
  if (type === 'google.protobuf.Any') {
    checkAny(value, path, reading);
    return;
  }
  if (isWellKnown(type)) {
    missedWellKnown(type, value, path, reading);
    return;
  }
  const message = envoyMessage(type);
  if (message === undefined) return;
  if (isObject(value)) checkFields(message, value, path, reading);
  else reportType(`an object (${type})`, value, path, reading);
}

function checkFields(message: EnvoyMessage, object: JsonObject, path: Path, reading: Reading): void {
  const given = new Map<EnvoyField, string>();
  for (const key of Object.keys(object)) {
    const field = message.byKey.get(key);
    if (field === undefined) {
      reportUnknown(message, key, path, reading);
      continue;
    }
    // Given under both names, the one in camel case counts.
    if (key !== field.jsonName && Object.hasOwn(object, field.jsonName)) continue;
    const value = object[key] ?? null;
    if (value === null && field.type !== 'google.protobuf.Value') continue;
    given.set(field, key);
    if (field.deprecated) reading.report(deprecatedField, [...path, key], { field: key, type: message.name });
    checkField(field, value, [...path, key], reading);
  }
  checkConstraints(message, object, given, path, reading);
}

function reportUnknown({ name, fields }: EnvoyMessage, key: string, path: Path, { report }: Reading): void {
  const camel = /[A-Z]/.test(key);
  const suggestion = closest(
    key,
    fields.map((field) => (camel ? field.jsonName : field.name)),
  );
  report(unknownField, [...path, key], {
    field: key,
    type: name,
    ...(suggestion !== undefined && { suggestion }),
  });
}

function checkField(field: EnvoyField, value: Json, path: Path, reading: Reading): void {
  const inner = reading.direct ? { ...reading, direct: false } : reading;
  if (field.shape === 'one') {
    checkValue(field.type, value, path, reading);
  } else if (field.shape === 'list') {
    if (!Array.isArray(value)) reportType('a list', value, path, reading);
    else
      value.forEach((item, index) => {
        checkValue(field.type, item, [...path, index], inner);
      });
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      const form = field.keyType === 'string' ? undefined : missedForm(field.keyType, key);
      if (form !== undefined) reportType(`${form} as key`, key, [...path, key], reading);
      checkValue(field.type, item, [...path, key], inner);
    }
  } else reportType('an object', value, path, reading);
}

function checkValue(type: string, value: Json, path: Path, reading: Reading): void {
  if (!type.includes('.')) {
    const form = missedForm(type, value);
    if (form !== undefined) reportType(form, value, path, reading);
    return;
  }
  const values = envoyEnum(type);
  if (values === undefined) checkMessage(type, value, path, reading);
  else checkEnum(values, value, path, reading);
}

function checkEnum(values: readonly string[], value: Json, path: Path, reading: Reading): void {
  if (value === null) return;
  if (typeof value !== 'string') {
    // Any number passes, known or not.
    const passes = typeof value === 'number' && missedForm('int32', value) === undefined;
    if (!passes) reportType(`one of ${values.slice(0, 5).join(', ')}`, value, path, reading);
    return;
  }
  if (values.includes(value)) return;
  const suggestion = closest(value, values);
  reading.report(enumValue, path, { value, values, ...(suggestion !== undefined && { suggestion }) });
}

function checkAny(value: Json, path: Path, reading: Reading): void {
  if (!isObject(value)) {
    reportType('an object with `@type`', value, path, reading);
    return;
  }
  const { '@type': url, ...content } = value;
  if (typeof url !== 'string' && url !== undefined && url !== null) {
    reportType('the name of a type', url, [...path, '@type'], reading);
    return;
  }
  const type = nameIn(url ?? '');
  const inner = { ...reading, direct: false };
  if (hasOwnForm(type)) checkOwnForm(type, content, path, inner);
  else if (envoyMessage(type) === undefined) reportUnknownType(type, path, reading);
  else {
    checkMessage(type, content, path, inner);
    if (type.endsWith('.TypedStruct')) checkTypedStruct(content, path, inner);
  }
}

const nameIn = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

const hasOwnForm = (type: string): boolean =>
  isWellKnown(type) || type === 'google.protobuf.Any' || type === 'google.protobuf.Empty';

/** What is no JSON object of fields stands beside its type. */
function checkOwnForm(type: string, { value }: JsonObject, path: Path, reading: Reading): void {
  if (value === undefined) reading.report(missingValue, [...path, 'value'], { type });
  else checkMessage(type, value, [...path, 'value'], reading);
}

function reportUnknownType(type: string, path: Path, { report, reader }: Reading): void {
  if (reader === 'envoy' && type !== '') return;
  const suggestion = type === '' ? undefined : similarType(type);
  report(unknownType, [...path, '@type'], { type, ...(suggestion !== undefined && { suggestion }) });
}

/** A message in a wrapping that Istio does not look into, but Envoy unwraps. */
function checkTypedStruct(content: JsonObject, path: Path, reading: Reading): void {
  const { typeUrl, type_url: url = typeUrl, value } = content;
  if (typeof url !== 'string' || !isObject(value)) return;
  const { report } = reading;
  checkMessage(nameIn(url), value, [...path, 'value'], {
    ...reading,
    reader: 'envoy',
    report: (rule, place, args, mark) => {
      if (rule.severity === 'error') report(typedStruct, place, { fault: rule.message(args) }, mark);
      else report(rule, place, args, mark);
    },
  });
}
