import { TemplateFault } from '../template-fault.ts';
import { formatFloat } from '../print/format-float.ts';
import { sortedKeys } from '../values/go-map.ts';
import { GoInt, type GoMap, type GoValue } from '../values/go-value.ts';
import { isMap, typeOf } from '../values/type-of.ts';
import { checkNesting } from '../values/nesting.ts';

/** A map as TOML (https://toml.io/en/v1.0.0): values first, then tables, each two blanks deeper; nil is left out. */
export function writeToml(value: GoValue): string {
  if (!isMap(value)) return `TOML has no form for a ${typeOf(value)}`;
  return tableOf(value, []).join('\n').concat('\n').replace(/^\n/, '');
}

function tableOf(map: GoMap, path: readonly string[]): string[] {
  checkNesting(path.length);
  const keys = sortedKeys(map).filter((key) => map[key] !== null && map[key] !== undefined);
  const margin = '  '.repeat(path.length);
  const values = keys.filter((key) => !isTable(map[key]));
  const tables = keys.filter((key) => isTable(map[key]));
  return [
    ...values.map((key) => `${margin}${nameOf(key)} = ${inline(map[key])}`),
    ...tables.flatMap((key) => namedTable(map[key], [...path, key])),
  ];
}

const isTable = (value: GoValue): boolean =>
  isMap(value) || (Array.isArray(value) && value.length > 0 && value.every(isMap));

function namedTable(value: GoValue, path: readonly string[]): string[] {
  const margin = '  '.repeat(path.length - 1);
  const name = path.map(nameOf).join('.');
  const before = path.length === 1 ? [''] : [];
  if (isMap(value)) return [...before, `${margin}[${name}]`, ...tableOf(value, path)];
  return (Array.isArray(value) ? value : [])
    .filter(isMap)
    .flatMap((each) => ['', `${margin}[[${name}]]`, ...tableOf(each, path)]);
}

const nameOf = (key: string): string => (/^[A-Za-z0-9_-]+$/.test(key) ? key : JSON.stringify(key));

function inline(value: GoValue): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (isMap(value)) {
    return `{${sortedKeys(value)
      .map((key) => `${nameOf(key)} = ${inline(value[key])}`)
      .join(', ')}}`;
  }
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof GoInt) return value.value.toString();
  if (typeof value !== 'number') throw new TemplateFault(`TOML has no form for a ${typeOf(value)}`);
  const text = formatFloat(value, 'f');
  return text.includes('.') ? text : `${text}.0`;
}
