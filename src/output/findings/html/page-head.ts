import { createHash } from 'node:crypto';
import { element, joined, newline, verbatim, type Markup } from './markup.ts';
import { script } from './script.ts';
import { style } from './style.ts';

/** The head of the page, with a policy that allows its own style and script by their hashes and nothing else. */
export function pageHead(title: string): Markup {
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
