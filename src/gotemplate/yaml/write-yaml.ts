import { TemplateFault } from '../template-fault.ts';
import { formatFloat } from '../print/format-float.ts';
import { GoFunction, GoInt, GoStruct, type GoMap, type GoValue } from '../values/go-value.ts';
import { naturalOrder } from './natural-order.ts';
import { writeKey, writeScalar } from './write-scalar.ts';

/**
 * A value as `sigs.k8s.io/yaml` writes it: keys in order, two blanks per level, lists as far left as their key, long texts
 * broken at blanks. There is a line end behind each line.
 */
export function writeYaml(value: GoValue): string {
  const [first = '', ...rest] = blockOf(value, 0, 0);
  const lines = isCollection(value) ? rest : rest.map(indented);
  return `${[first, ...lines].join('\n')}\n`;
}

const mostColumns = 1000;

/**
 * The lines of a value whose block stands at a margin, and whose first line starts at a column. Lines of lists and maps are
 * relative to the margin; further lines of a text to what holds it.
 */
function blockOf(value: GoValue, margin: number, column: number): string[] {
  if (margin > mostColumns) throw new TemplateFault('a value is nested too deeply, or in itself');
  if (value instanceof GoStruct) return value.nil ? ['null'] : blockOf(plainOf(value), margin, column);
  if (value instanceof GoFunction) throw new TemplateFault('a function cannot be written as YAML');
  if (Array.isArray(value)) return listBlock(value, margin);
  if (isPlainMap(value)) return mapBlock(value, margin);
  return typeof value === 'string'
    ? writeScalar(value, { column, margin: Math.max(margin, 2) })
    : [scalarOf(value)];
}

const plainOf = ({ json, fields }: GoStruct): GoValue => (json === undefined ? fields : json());

const isPlainMap = (value: GoValue): value is GoMap =>
  typeof value === 'object' && value !== null && !(value instanceof GoInt) && !Array.isArray(value);

const isCollection = (value: GoValue): boolean =>
  typeof value === 'object' && value !== null && !(value instanceof GoInt);

function listBlock(items: readonly GoValue[], margin: number): string[] {
  if (items.length === 0) return ['[]'];
  return items.flatMap((item) => behind('- ', blockOf(item, margin + 2, margin + 2)));
}

/** Lines behind a mark, the further ones below the first. */
const behind = (mark: string, [first = '', ...rest]: readonly string[]): string[] => [
  mark + first,
  ...rest.map(indented),
];

const indented = (line: string): string => (line === '' ? '' : `  ${line}`);

function mapBlock(map: GoMap, margin: number): string[] {
  const keys = Object.keys(map).sort(naturalOrder);
  return keys.length === 0 ? ['{}'] : keys.flatMap((key) => entryOf(key, map[key], margin));
}

function entryOf(key: string, value: GoValue, margin: number): string[] {
  const name = writeKey(key);
  if (name === undefined) {
    const long = writeScalar(key, { column: margin + 2, margin: margin + 2 });
    return [...behind('? ', long), ...behind(': ', blockOf(value, margin + 2, margin + 2))];
  }
  const lines = blockOf(value, margin + 2, margin + Array.from(name).length + 2);
  if (!isCollection(value) || ['[]', '{}', 'null'].includes(lines[0] ?? ''))
    return behind(`${name}: `, lines);
  if (lines[0]?.startsWith('- ') === true) return [`${name}:`, ...blockOf(value, margin, margin)];
  return [`${name}:`, ...lines.map(indented)];
}

function scalarOf(value: GoValue): string {
  if (value instanceof GoInt) return value.value.toString();
  if (typeof value === 'number') return numberOf(value);
  return value === true ? 'true' : value === false ? 'false' : 'null';
}

/** Whole numbers have no exponent, as in JSON, from which they come. */
function numberOf(value: number): string {
  if (!Number.isFinite(value)) throw new TemplateFault('JSON has no number that is not finite');
  const whole = Number.isInteger(value) && value < 2 ** 64 && value >= -(2 ** 63);
  return whole ? BigInt(value).toString() : formatFloat(value, 'g');
}
