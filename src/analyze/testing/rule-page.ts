import { readFileSync } from 'node:fs';
import path from 'node:path';

/** One example of a page. */
export interface Example {
  readonly text: string;
  /** Words after `yaml` in the fence: `complete`, `compat`, `experimental`, `now=2026-01-01`, `namespace=shop`. */
  readonly words: readonly string[];
}

/** The page of a rule, as the tests read it. */
export interface RulePage {
  readonly title: string;
  /** `Code IST0101, error.` */
  readonly facts: string;
  readonly headings: readonly string[];
  readonly reported: readonly Example[];
  /** Reported examples in which one line is changed, so that nothing is reported any more. */
  readonly mended: readonly Example[];
  /** Other examples that are not reported. */
  readonly notReported: readonly Example[];
}

/** Reads `docs/rules/<slug>.md`. Throws for a change that fits no reported example. */
export function readRulePage(slug: string): RulePage {
  const text = readFileSync(path.join(import.meta.dirname, `../../../docs/rules/${slug}.md`), 'utf8');
  const [head = '', ...sections] = text.split(/^## /m);
  const [title = '', facts = ''] = head.split('\n').filter((line) => line !== '');
  const bodyOf = (heading: string): string =>
    sections.find((section) => section.startsWith(`${heading}\n`)) ?? '';
  const reported = fences(bodyOf('Reported'), 'yaml');
  return {
    title,
    facts,
    headings: sections.map((section) => section.split('\n')[0] ?? ''),
    reported,
    mended: fences(bodyOf('Not reported'), 'diff').map(({ text: change }) => applied(change, reported)),
    notReported: fences(bodyOf('Not reported'), 'yaml'),
  };
}

const fences = (section: string, language: string): Example[] =>
  Array.from(
    section.matchAll(new RegExp(`^\`\`\`${language}(.*)\\n([\\s\\S]*?)^\`\`\`$`, 'gm')),
    ([, words = '', text = '']) => ({ text, words: words.split(' ').filter((word) => word !== '') }),
  );

/** The reported example that a change of one line fits, changed: `-` and `+` lines, and lines around them. */
function applied(change: string, reported: readonly Example[]): Example {
  const lines = change.split('\n').filter((line) => line !== '');
  const [removed, added] = ['-', '+'].map((sign) => lines.filter((line) => line.startsWith(sign)).length);
  if ((removed ?? 0) > 1 || (added ?? 0) > 1) throw new Error(`more than one line is changed:\n${change}`);
  const textOf = (sign: string): string =>
    lines
      .filter((line) => line.startsWith(sign) || line.startsWith(' '))
      .map((line) => `\n${line.slice(1)}`)
      .join('');
  const [before, after] = [textOf('-'), textOf('+')];
  for (const { text, words } of reported) {
    const parts = `\n${text}`.split(`${before}\n`);
    if (parts.length === 2) return { text: parts.join(`${after}\n`).slice(1), words };
  }
  throw new Error(`the change fits no reported example, or more than one place of it:\n${change}`);
}
