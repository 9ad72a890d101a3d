import { RE2JS } from 're2js';

export interface GlobDialect {
  /** `**` for any characters, `{a,b}`, and `!` for what is not in brackets; else `^` for that. */
  readonly wide: boolean;
}

/**
 * Whether names match a pattern: `*` and `?` stand for anything but `/`, `[a-z]` for one character. Undefined for what is
 * no pattern. Sources: https://pkg.go.dev/path#Match, and https://pkg.go.dev/github.com/gobwas/glob for the wide dialect.
 */
export function globPattern(pattern: string, dialect: GlobDialect): ((name: string) => boolean) | undefined {
  const parts = pattern.match(dialect.wide ? wideParts : plainParts) ?? [];
  if (parts.join('') !== pattern) return undefined;
  try {
    const compiled = RE2JS.compile(
      `^(?:${parts.map((part) => expressionOf(part, dialect)).join('')})$`,
      RE2JS.DOTALL,
    );
    return (name) => compiled.matches(name);
  } catch {
    return undefined;
  }
}

const plainParts = /\\[^]|\[\^?(?:\\[^]|[^\]\\])+\]|\*|\?|[^\\[]/gu;
const wideParts = /\\[^]|\[!?(?:\\[^]|[^\]\\])+\]|\*\*+|\*|\?|[{},]|[^\\[]/gu;

const plain: Readonly<Record<string, string>> = { '*': '[^/]*', '?': '[^/]' };
const wide: Readonly<Record<string, string>> = { ...plain, '{': '(?:', '}': ')', ',': '|' };

function expressionOf(part: string, dialect: GlobDialect): string {
  const known = (dialect.wide ? wide : plain)[part];
  if (known !== undefined) return known;
  if (part.startsWith('**')) return '.*';
  if (part.length === 1) return RE2JS.quote(part);
  return part.startsWith('[')
    ? bracketed(part.slice(1, -1), dialect.wide ? '!' : '^')
    : RE2JS.quote(part.slice(1));
}

function bracketed(content: string, not: string): string {
  const isNegative = content.startsWith(not);
  const inner = (isNegative ? content.slice(1) : content).replace(/[[\]^&]/g, '\\$&');
  return `[${isNegative ? '^' : ''}${inner}]`;
}
