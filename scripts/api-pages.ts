import { fileURLToPath } from 'node:url';
import { docText } from './api/doc-text.ts';
import { reference, type Entry, type Reference } from './api/reference.ts';
import { signature, typesNamed } from './api/signature.ts';

/** The pages of `docs/api` by file name: one for each domain and each namespace of the library, and an index. */
export function apiPages(): ReadonlyMap<string, string> {
  const known = reference(fileURLToPath(new URL('..', import.meta.url)));
  const pages = groupBy(known.entries, ({ page }) => page);
  const texts = [...pages].map(([page, entries]) => [`${page}.md`, pageText(page, entries, known)] as const);
  return new Map([['README.md', indexText(pages, known)], ...texts]);
}

function indexText(pages: ReadonlyMap<string, readonly Entry[]>, known: Reference): string {
  return joined([
    '# Reference of the library',
    'Everything that programs import from `meshctl`, written by `npm run docs` from the sources. [How to use it](../library.md), with examples.',
    ...[...pages].flatMap(([page, entries]) => [
      `## [${page}](${page}.md)`,
      known.introductions.get(page) ?? '',
      ...[...groupBy(entries, ({ section }) => section)].map((group) => indexList(group, known)),
    ]),
  ]);
}

function indexList([section, entries]: readonly [string, readonly Entry[]], known: Reference): string {
  if (section === 'Other types') return '';
  if (section === 'Types') return `Types: ${entries.map((entry) => link(entry, '')).join(', ')}.`;
  return entries.map((entry) => `- ${link(entry, '')}: ${firstSentence(docOf(entry, '', known))}`).join('\n');
}

/** A dot ends a sentence when a new one follows; the dots of `e.g. this` and `index.ts` do not. */
const firstSentence = (text: string): string =>
  text.replaceAll('\n', ' ').replace(/ {2}.*|(?<=[^.]{3}\.) [A-Z`].*/, '');

function pageText(page: string, entries: readonly Entry[], known: Reference): string {
  return joined([
    `# Library: ${page}`,
    known.introductions.get(page) ?? '',
    ...[...groupBy(entries, ({ section }) => section)].flatMap(([section, group]) => [
      `## ${section}`,
      section === 'Other types' ? 'Signatures speak of these; they cannot be imported by name.' : '',
      ...group.map((entry) => entryText(entry, known)),
    ]),
  ]);
}

function entryText(entry: Entry, known: Reference): string {
  const { file, declarations } = entry.meaning;
  const named = new Set(declarations.flatMap((each) => [...typesNamed(each)]));
  const links = [...named].sort().flatMap((name) => {
    const meant = known.entryOf(file, name);
    return meant === undefined || meant === entry ? [] : [link(meant, entry.page)];
  });
  return joined([
    `### ${entry.name}`,
    docOf(entry, entry.page, known),
    ['```ts', ...declarations.map(signature), '```'].join('\n'),
    links.length === 0 ? '' : `See ${[...new Set(links)].join(', ')}.`,
  ]).trimEnd();
}

function docOf(entry: Entry, from: string, known: Reference): string {
  const { file, declarations } = entry.meaning;
  return docText(declarations[0], (name) => {
    const meant = known.entryOf(file, name);
    return meant === undefined ? `\`${name}\`` : link(meant, from);
  });
}

/** From a page, or from the index. */
const link = ({ name, page, anchor }: Entry, from: string): string =>
  `[\`${name}\`](${page === from ? '' : `${page}.md`}#${anchor})`;

const joined = (parts: readonly string[]): string => `${parts.filter((part) => part !== '').join('\n\n')}\n`;

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(item);
  }
  return groups;
}
