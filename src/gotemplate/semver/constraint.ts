import { TemplateFault } from '../template-fault.ts';
import { compareVersions, parseVersion, type Version } from './version.ts';

/**
 * Whether a version fulfils a constraint: `>=1.2 <2 || ~3.1`, `1.2 - 1.4`, `^1`, `1.x`. Versions before a release only fulfil
 * constraints that name one. Source: https://pkg.go.dev/github.com/Masterminds/semver/v3
 */
export function fulfils(constraint: string, version: Version): boolean {
  if (constraint.length > longest) throw new TemplateFault('a constraint of versions is too long');
  const alternatives = constraint.split('||').map((each) => parseAll(withRanges(each), constraint));
  return alternatives.some((all) => all.every((each) => holds(each, version)));
}

const longest = 1000;

interface Condition {
  readonly operator: string;
  readonly version: Version;
  /** How many of the three numbers are given. */
  readonly given: number;
}

const number = '(?:\\d+|[xX*])';
const version = `v?(${number})(?:\\.(${number}))?(?:\\.(${number}))?(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?`;
const range = new RegExp(`\\s*(${version})\\s+-\\s+(${version})\\s*`, 'g');
const condition = new RegExp(`(=|!=|>=|=>|<=|=<|>|<|~>|~|\\^)?\\s*${version}`, 'y');
const groups = 5;

/** `1.2 - 1.4` says `>=1.2 <=1.4`. */
const withRanges = (text: string): string =>
  text.replace(range, (_, from: string, ...rest: string[]) => ` >=${from} <=${rest[groups] ?? ''} `);

function parseAll(text: string, whole: string): Condition[] {
  const conditions: Condition[] = [];
  let position = 0;
  for (;;) {
    position += /^[\s,]*/.exec(text.slice(position))?.[0].length ?? 0;
    if (position >= text.length && conditions.length > 0) return conditions;
    condition.lastIndex = position;
    const match = condition.exec(text);
    const next = text.charAt(condition.lastIndex);
    if (match === null || !(next === '' || /[\s,]/.test(next))) {
      throw new TemplateFault(`${JSON.stringify(whole)} is no constraint of versions`);
    }
    conditions.push(conditionOf(match));
    position = condition.lastIndex;
  }
}

function conditionOf([, operator = '', ...parts]: RegExpExecArray): Condition {
  const numbers = parts.slice(0, 3).map((each?: string) => each ?? '*');
  const wild = numbers.findIndex((each) => !/^\d+$/.test(each));
  const given = wild === -1 ? 3 : wild;
  const known = [0, 1, 2].map((i) => (i < given ? (numbers[i] ?? '0') : '0')).join('.');
  const [prerelease, metadata] = [parts[3], parts[4]];
  const text = known + (given === 3 ? (prerelease ?? '') + (metadata ?? '') : '');
  return { operator, version: parseVersion(text), given };
}

function holds(each: Condition, found: Version): boolean {
  const { operator, version: wanted, given } = each;
  if (operator === '!=' && given > 0) return !same(each, found);
  if (found.prerelease !== '' && wanted.prerelease === '') return false;
  const test = tests[operator] ?? exact;
  return given === 0 ? !['<', '^'].includes(operator) : test(each, found);
}

const order = ({ version: wanted }: Condition, found: Version): number => compareVersions(found, wanted);

/** Whether the numbers that are given are those of the version. */
function same({ version: wanted, given }: Condition, found: Version): boolean {
  if (given === 3) return compareVersions(found, wanted) === 0;
  return (given < 1 || found.major === wanted.major) && (given < 2 || found.minor === wanted.minor);
}

const exact = (each: Condition, found: Version): boolean =>
  each.given < 3 ? tilde(each, found) : order(each, found) === 0;

function tilde(each: Condition, found: Version): boolean {
  if (order(each, found) < 0) return false;
  const { version: wanted, given } = each;
  return found.major === wanted.major && (given < 2 || found.minor === wanted.minor);
}

/** No change of the first number that is not 0. */
function caret(each: Condition, found: Version): boolean {
  if (order(each, found) < 0) return false;
  const { version: wanted, given } = each;
  if (wanted.major > 0n || given < 2) return found.major === wanted.major;
  if (found.major > 0n) return false;
  if (wanted.minor > 0n || given < 3) return found.minor === wanted.minor;
  return found.minor === 0n && found.patch === wanted.patch;
}

function greater(each: Condition, found: Version): boolean {
  return order(each, found) > 0 && (each.given === 3 || !same(each, found));
}

function atMost(each: Condition, found: Version): boolean {
  return order(each, found) <= 0 || (each.given < 3 && same(each, found));
}

const tests: Readonly<Record<string, (each: Condition, found: Version) => boolean>> = {
  '': exact,
  '=': exact,
  '>': greater,
  '<': (each, found) => order(each, found) < 0,
  '>=': (each, found) => order(each, found) >= 0,
  '=>': (each, found) => order(each, found) >= 0,
  '<=': atMost,
  '=<': atMost,
  '~': tilde,
  '~>': tilde,
  '^': caret,
};
