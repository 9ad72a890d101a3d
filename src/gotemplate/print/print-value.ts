import {
  GoFunction,
  GoInt,
  GoStruct,
  type CallContext,
  type GoMap,
  type GoValue,
} from '../values/go-value.ts';
import { sortedKeys } from '../values/go-map.ts';
import { typeOf } from '../values/type-of.ts';
import { formatFloat } from './format-float.ts';
import { formatFloatVerb, formatInteger } from './format-number.ts';
import { quoteText } from './quote-text.ts';
import { pad, plainVerb, type Verb } from './verb.ts';
import { checkNesting } from '../values/nesting.ts';

/** A value as `%v` prints it. */
export function printValue(value: GoValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatFloat(value, 'g');
  if (value instanceof GoInt && value.named === undefined) return value.value.toString();
  return printVerb(value, plainVerb);
}

/** A value as a verb prints it; `%!d(string=x)` where the verb is not for its type. */
export function printVerb(value: GoValue, verb: Verb): string {
  if (value === null || value === undefined) {
    return 'vT'.includes(verb.letter) ? pad(verb, '<nil>') : wrongVerb(value, verb);
  }
  if (verb.letter === 'T') return printText(typeOf(value), { ...verb, letter: 's' }) ?? '';
  return printAt(value, verb, 0);
}

function printAt(value: GoValue, verb: Verb, depth: number): string {
  checkNesting(depth);
  if (value === null || value === undefined) return verb.source ? 'interface {}(nil)' : '<nil>';
  if (typeof value === 'object') return printObject(value, verb, depth);
  return printBasic(value, verb) ?? wrongVerb(value, verb);
}

function printBasic(value: string | number | boolean, verb: Verb): string | undefined {
  if (typeof value === 'string') return printText(value, verb);
  if (typeof value === 'number') return formatFloatVerb(value, verb);
  return verb.letter === 't' || verb.letter === 'v' ? pad(verb, String(value)) : undefined;
}

function printObject(value: GoValue & object, verb: Verb, depth: number): string {
  const own = ownText(value, verb);
  if (own !== undefined) return printText(own, verb) ?? own;
  if (value instanceof GoInt) return formatInteger(value, verb) ?? wrongVerb(value, verb);
  if (value instanceof GoStruct) return printStruct(value, verb, depth);
  if (value instanceof GoFunction) return '0x0';
  const items = Array.isArray(value)
    ? value.map((each) => printAt(each, verb, depth + 1))
    : mapItems(value, verb, depth);
  if (verb.source) return `${typeOf(value)}{${items.join(', ')}}`;
  return `${Array.isArray(value) ? '' : 'map'}[${items.join(' ')}]`;
}

const mapItems = (map: GoMap, verb: Verb, depth: number): string[] =>
  sortedKeys(map).map((key) => `${printAt(key, verb, depth + 1)}:${printAt(map[key], verb, depth + 1)}`);

/** What the methods `Error` and `String` give, which are asked first. */
function ownText(value: GoValue & object, verb: Verb): string | undefined {
  if (verb.source || verb.bare || !'vsxXq'.includes(verb.letter)) return undefined;
  const method = methodsOf(value).Error ?? methodsOf(value).String;
  const text = method?.call(noContext, []);
  return typeof text === 'string' ? text : undefined;
}

interface TextMethods {
  readonly Error?: GoFunction;
  readonly String?: GoFunction;
}

function methodsOf(value: GoValue & object): TextMethods {
  if (value instanceof GoStruct) return value.methods;
  return value instanceof GoInt ? (value.named?.methods ?? {}) : {};
}

/** Methods that make a text need nothing of the template. */
const noContext: CallContext = {
  render: () => '',
  renderText: () => '',
  allow: () => undefined,
};

function printStruct(value: GoStruct, verb: Verb, depth: number): string {
  if (value.nil) return printNilPointer(value, verb);
  if (value.pointer && depth > 0) return '0xc000010000';
  const fields = Object.keys(value.fields).map((name) => {
    const text = printAt(value.fields[name], verb, depth + 1);
    return verb.names || verb.source ? `${name}:${text}` : text;
  });
  const type = verb.source ? value.type : '';
  return `${value.pointer ? '&' : ''}${type}{${fields.join(verb.source ? ', ' : ' ')}}`;
}

function printNilPointer(value: GoStruct, verb: Verb): string {
  if (verb.letter === 'v') return pad(verb, '<nil>');
  const isAddress = 'bodxX'.includes(verb.letter);
  return (isAddress ? formatInteger(new GoInt(0), verb) : undefined) ?? wrongVerb(value, verb);
}

function printText(text: string, verb: Verb): string | undefined {
  const { letter, precision } = verb;
  const cut = precision === undefined ? text : Array.from(text).slice(0, precision).join('');
  switch (letter) {
    case 'v':
      return pad(verb, verb.source ? quoteText(cut) : cut);
    case 's':
      return pad(verb, cut);
    case 'q':
      return pad(verb, verb.sharp && canBackquote(cut) ? `\`${cut}\`` : quoteText(cut, '"', verb.plus));
    case 'x':
    case 'X':
      return pad(verb, hexText(text, verb));
    default:
      return undefined;
  }
}

const canBackquote = (text: string): boolean =>
  Array.from(text).every(
    (each) => each === '\t' || (each >= ' ' && each !== '\x7f' && each !== '`' && each !== '\ufeff'),
  );

function hexText(text: string, verb: Verb): string {
  const bytes = [...Buffer.from(text)].slice(0, verb.precision);
  const prefix = verb.sharp ? '0x' : '';
  const hex = bytes.map((each) => each.toString(16).padStart(2, '0'));
  const joined = verb.space ? hex.map((each) => prefix + each).join(' ') : hex.join('');
  const whole = verb.space || joined === '' ? joined : prefix + joined;
  return verb.letter === 'X' ? whole.toUpperCase() : whole;
}

function wrongVerb(value: GoValue, verb: Verb): string {
  if (value === null || value === undefined) return `%!${verb.letter}(<nil>)`;
  return `%!${verb.letter}(${typeOf(value)}=${printAt(value, { ...verb, letter: 'v', bare: true }, 0)})`;
}
