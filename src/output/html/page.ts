import { createHash } from 'node:crypto';
import { element, joined, newline, verbatim, type Markup } from './markup.ts';

/** What a page consists of. */
export interface PageParts {
  readonly title: string;
  /** Text of its style sheet and of its script: constants that hold no data. */
  readonly style: string;
  readonly script: string;
  /** What stands in its body before the script. */
  readonly body: readonly Markup[];
}

/**
 * A page that needs nothing from elsewhere. The policy in its head allows its own style and script by their hashes and
 * nothing else.
 */
export function pageText({ title, style, script, body }: PageParts): string {
  const whole = element(
    'html',
    { lang: 'en' },
    newline,
    head(title, style, script),
    newline,
    element('body', {}, newline, ...body, element('script', {}, verbatim(script)), newline),
    newline,
  );
  return `<!doctype html>\n${whole.markup}\n`;
}

function head(title: string, style: string, script: string): Markup {
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const lines = [
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('title', {}, title),
    element('style', {}, verbatim(style)),
  ];
  return element('head', {}, newline, ...lines.map((line) => joined(line, newline)));
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
