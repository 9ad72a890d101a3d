import { parseDuration } from '../../duration.ts';
import type { Json } from '../../json.ts';
import type { Path } from '../../path.ts';
import { reportType, type Reading } from './reading.ts';
import { missedForm } from './scalar-form.ts';
import { badDuration } from './value-rules.ts';

/** Whether a message has a JSON form of its own that needs no further reading. */
export function isWellKnown(type: string): boolean {
  return Object.hasOwn(readers, type);
}

/** Reports a value that is not the JSON form of such a message. */
export function missedWellKnown(type: string, value: Json, path: Path, reading: Reading): void {
  readers[type]?.(value, path, reading);
}

type Reader = (value: Json, path: Path, reading: Reading) => void;

const wrapper =
  (scalar: string): Reader =>
  (value, path, reading) => {
    const form = missedForm(scalar, value);
    if (form !== undefined) reportType(form, value, path, reading);
  };

const readers: Readonly<Record<string, Reader>> = {
  'google.protobuf.BoolValue': wrapper('bool'),
  'google.protobuf.BytesValue': wrapper('bytes'),
  'google.protobuf.StringValue': wrapper('string'),
  'google.protobuf.Int32Value': wrapper('int32'),
  'google.protobuf.UInt32Value': wrapper('uint32'),
  'google.protobuf.Int64Value': wrapper('int64'),
  'google.protobuf.UInt64Value': wrapper('uint64'),
  'google.protobuf.FloatValue': wrapper('float'),
  'google.protobuf.DoubleValue': wrapper('double'),
  'google.protobuf.Duration': (value, path, reading) => {
    if (typeof value !== 'string') reportType('a duration such as 10s', value, path, reading);
    else if (!isDuration(value, reading)) reading.report(badDuration, path, { value });
  },
  'google.protobuf.Timestamp': (value, path, reading) => {
    if (typeof value !== 'string' || !isTimestamp(value))
      reportType('a time such as 2026-01-31T12:00:00Z', value, path, reading);
  },
  'google.protobuf.Struct': (value, path, reading) => {
    if (typeof value !== 'object' || Array.isArray(value)) reportType('an object', value, path, reading);
  },
  'google.protobuf.ListValue': (value, path, reading) => {
    if (!Array.isArray(value)) reportType('a list', value, path, reading);
  },
  'google.protobuf.Value': () => undefined,
};

const protobufDuration = /^-?\d+(?:\.\d{1,9})?s$/;

function isDuration(text: string, { reader }: Reading): boolean {
  return reader === 'envoy' ? protobufDuration.test(text) : parseDuration(text) !== undefined;
}

const timestamp = /^(\d{4}-\d\d-\d\d)T(\d\d):\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:\d\d)$/;

function isTimestamp(text: string): boolean {
  const [, day = '', hour = ''] = timestamp.exec(text) ?? [];
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day || hour > '23') return false;
  return !Number.isNaN(Date.parse(text.replace(',', '.')));
}
