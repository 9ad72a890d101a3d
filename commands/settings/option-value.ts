import { InvalidArgumentError, type Option } from 'commander';
import { MeshctlError } from '../../src/errors.ts';
import { isSwitch } from '../options.ts';
import { invalidValue } from '../invalid-value.ts';
import type { Setting } from './section.ts';

/** The value of an option from the text of a setting, through the same choices and parser as a flag's. */
export function optionValue(option: Option, { value, at }: Pick<Setting, 'value' | 'at'>): unknown {
  const texts = typeof value === 'string' ? [value] : value;
  if (isList(option)) return parseAll(option, texts, at);
  const [text, second] = texts;
  if (text === undefined || second !== undefined)
    throw refused(option, texts.join(', '), at, 'give one value');
  return isSwitch(option) ? switchValue(option, text, at) : parseAll(option, [text], at);
}

/** Whether an option collects its values. */
export function isList(option: Option): boolean {
  return option.variadic || Array.isArray(option.defaultValue);
}

function parseAll(option: Option, texts: readonly string[], at: string): unknown {
  const parse = option.parseArg;
  if (!parse) return isList(option) ? texts : texts[0];
  let value: unknown = isList(option) ? [] : undefined;
  for (const text of texts) {
    try {
      value = parse<unknown>(text, value);
    } catch (error) {
      if (error instanceof InvalidArgumentError) throw refused(option, text, at, error.message);
      if (error instanceof MeshctlError) throw located(error, at);
      throw error;
    }
  }
  return value;
}

function located({ code, message, hint }: MeshctlError, at: string): MeshctlError {
  return new MeshctlError(code, `${at}: ${message}`, hint === undefined ? {} : { hint });
}

const switches = new Map([
  ...['true', 'yes', 'on', '1'].map((word) => [word, true] as const),
  ...['false', 'no', 'off', '0'].map((word) => [word, false] as const),
]);

/** Flags without a value are on or off; those that count how often they are given take a number. */
function switchValue(option: Option, text: string, at: string): boolean | number {
  const counts = typeof option.defaultValue === 'number';
  if (counts && /^\d$/.test(text)) return Number(text);
  const on = switches.get(text.toLowerCase());
  if (on === undefined)
    throw refused(option, text, at, `write true or false${counts ? ', or how often' : ''}`);
  return counts ? Number(on) : on;
}

function refused(option: Option, text: string, at: string, why: string): MeshctlError {
  const { message, instead } = invalidValue(
    `setting ${option.attributeName()}`,
    text,
    why,
    option.argChoices,
  );
  return new MeshctlError('usage', `${at}: ${message}`, instead === undefined ? {} : { hint: instead });
}
