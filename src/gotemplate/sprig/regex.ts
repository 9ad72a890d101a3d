import { RE2JS, RE2JSException } from 're2js';
import { TemplateFault } from '../template-fault.ts';
import { goFunction } from '../values/go-function.ts';
import type { GoFunction } from '../values/go-value.ts';
import { textList } from './text-list.ts';

const match = goFunction(['string', 'string'], (pattern, text) => compile(pattern).matcher(text).find());
/** A wrong pattern is no error here. */
const matchIfValid = goFunction(['string', 'string'], (pattern, text) => {
  try {
    return compile(pattern).matcher(text).find();
  } catch (error) {
    if (error instanceof TemplateFault) return false;
    throw error;
  }
});
const find = goFunction(['string', 'string'], (pattern, text) => matches(pattern, text, 1)[0]?.text ?? '');
const findAll = goFunction(['string', 'string', 'int'], (pattern, text, count) =>
  textList(matches(pattern, text, count).map((each) => each.text)),
);
const replaceAll = goFunction(['string', 'string', 'string'], (pattern, text, replacement) =>
  replaced(pattern, text, (groups) => expand(replacement, groups)),
);
const replaceLiteral = goFunction(['string', 'string', 'string'], (pattern, text, replacement) =>
  replaced(pattern, text, () => replacement),
);
const split = goFunction(['string', 'string', 'int'], (pattern, text, count) =>
  textList(splitAt(pattern, text, count)),
);

/** https://masterminds.github.io/sprig/strings.html: patterns are those of RE2 */
export const regex: Readonly<Record<string, GoFunction>> = {
  regexMatch: matchIfValid,
  mustRegexMatch: match,
  regexFind: find,
  mustRegexFind: find,
  regexFindAll: findAll,
  mustRegexFindAll: findAll,
  regexReplaceAll: replaceAll,
  mustRegexReplaceAll: replaceAll,
  regexReplaceAllLiteral: replaceLiteral,
  mustRegexReplaceAllLiteral: replaceLiteral,
  regexSplit: split,
  mustRegexSplit: split,
  regexQuoteMeta: goFunction(['string'], (text) => text.replace(/[\\.+*?()|[\]{}^$]/g, String.raw`\$&`)),
};

const compiled = new Map<string, RE2JS>();
const maxCompiled = 100;

function compile(pattern: string): RE2JS {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  try {
    const made = RE2JS.compile(pattern);
    if (compiled.size >= maxCompiled) compiled.clear();
    compiled.set(pattern, made);
    return made;
  } catch (error) {
    if (error instanceof RE2JSException)
      throw new TemplateFault(`the pattern ${pattern} is wrong: ${error.message}`);
    throw error;
  }
}

interface Groups {
  readonly numbered: readonly string[];
  readonly named: ReadonlyMap<string, number>;
}

interface Match {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly groups: Groups;
}

/** The matches, at most `count` of them. As in Go, an empty match does not touch the match before it. */
function matches(pattern: string, text: string, count: number): Match[] {
  const expression = compile(pattern);
  const matcher = expression.matcher(text);
  const named = new Map(Object.entries(expression.namedGroups()));
  const found: Match[] = [];
  let lastEnd = -1;
  while ((count < 0 || found.length < count) && matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()];
    if (start === end && start === lastEnd) continue;
    lastEnd = end;
    const numbered = Array.from({ length: matcher.groupCount() + 1 }, (_, i) => matcher.group(i) ?? '');
    found.push({ start, end, text: numbered[0] ?? '', groups: { numbered, named } });
  }
  return found;
}

function replaced(pattern: string, text: string, replacement: (groups: Groups) => string): string {
  let [result, position] = ['', 0];
  for (const { start, end, groups } of matches(pattern, text, -1)) {
    result += text.slice(position, start) + replacement(groups);
    position = end;
  }
  return result + text.slice(position);
}

/** `$1`, `${1}`, `$name`, `${name}`, `$$`: https://pkg.go.dev/regexp#Regexp.Expand */
function expand(replacement: string, { numbered, named }: Groups): string {
  return replacement.replace(
    /\$(?:(\$)|(\w+)|\{(\w+)\})/g,
    (_, dollar?: string, plain?: string, braced?: string) => {
      if (dollar !== undefined) return '$';
      const name = plain ?? braced ?? '';
      const index = /^\d+$/.test(name) ? Number(name) : named.get(name);
      return (index === undefined ? undefined : numbered[index]) ?? '';
    },
  );
}

function splitAt(pattern: string, text: string, count: number): string[] {
  if (count === 0) return [];
  if (pattern !== '' && text === '') return [''];
  const parts: string[] = [];
  let [start, end] = [0, 0];
  for (const each of matches(pattern, text, count)) {
    if (count > 0 && parts.length === count - 1) break;
    end = each.start;
    if (each.end !== 0) parts.push(text.slice(start, end));
    start = each.end;
  }
  return end === text.length ? parts : [...parts, text.slice(start)];
}
