import { join, relative } from 'node:path';
import ts from 'typescript';
import { docText } from './doc-text.ts';
import { moduleNames, type DeclaredName, type Meaning, type ModuleNames } from './module-names.ts';
import { typesNamed } from './signature.ts';

/** What the reference says about one name that the library exports. */
export interface Entry {
  /** As a program writes it. */
  readonly name: string;
  readonly page: string;
  readonly anchor: string;
  readonly section: Section;
  readonly meaning: DeclaredName;
}

/** Other types are those that signatures speak of, but that cannot be imported by name. */
export type Section = 'Functions and values' | 'Types' | 'Other types';

export interface Reference {
  /** In the order in which pages show them. */
  readonly entries: readonly Entry[];
  /** What the namespaces of the library are for, by their pages. */
  readonly introductions: ReadonlyMap<string, string>;
  /** The entry of a name that a declaration in a file speaks of. */
  readonly entryOf: (file: string, name: string) => Entry | undefined;
}

/** Finds what `src/index.ts` exports, and the types that its signatures speak of. */
export function reference(root: string): Reference {
  const names = moduleNames();
  const introductions = new Map<string, string>();
  const found = [...names.exportsOf(join(root, 'src/index.ts'))].flatMap(([name, meaning]): Found[] => {
    if (meaning.type === 'declared')
      return [...declaredOnly(name, pageOf(relative(root, meaning.file)), meaning)];
    const page = kebabCase(name);
    introductions.set(
      page,
      docText(meaning.statement, (linked) => `\`${linked}\``),
    );
    return [...names.exportsOf(meaning.file)].flatMap(([inner, held]) =>
      declaredOnly(`${name}.${inner}`, page, held),
    );
  });
  const entries = withAnchors([...found, ...otherTypes(found, root, names)]);
  return { entries, introductions, entryOf: finder(entries, names) };
}

type Found = Omit<Entry, 'anchor'>;

const kebabCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The domain of a file; the types of the kinds, which are many and alike, have a page of their own. */
function pageOf(file: string): string {
  if (file === 'src/api/types.ts') return 'kinds';
  return /^src\/([^/]+)\//.exec(file)?.[1] ?? 'basics';
}

const declaredOnly = (name: string, page: string, meaning: Meaning): readonly Found[] =>
  meaning.type === 'declared' ? [{ name, page, meaning, section: sectionOf(meaning) }] : [];

function sectionOf({ declarations: [first] }: DeclaredName): Section {
  return ts.isInterfaceDeclaration(first) || ts.isTypeAliasDeclaration(first)
    ? 'Types'
    : 'Functions and values';
}

/** As GitHub makes them: a heading that a page has had before gets a number. */
function withAnchors(found: readonly Found[]): readonly Entry[] {
  const taken = new Map<string, number>();
  return [...found]
    .sort((a, b) => order(a.page, b.page) || rank(a) - rank(b) || order(a.name, b.name))
    .map((each) => {
      const plain = each.name.toLowerCase().replaceAll('.', '');
      const times = taken.get(`${each.page}#${plain}`) ?? 0;
      taken.set(`${each.page}#${plain}`, times + 1);
      return { ...each, anchor: times === 0 ? plain : `${plain}-${times}` };
    });
}

const sections: readonly Section[] = ['Functions and values', 'Types', 'Other types'];
const rank = ({ section }: Found): number => sections.indexOf(section);

const order = (a: string, b: string): number => {
  const [lowerA, lowerB] = [a.toLowerCase(), b.toLowerCase()];
  if (lowerA !== lowerB) return lowerA < lowerB ? -1 : 1;
  return a < b ? -1 : Number(a > b);
};

/** A name can be exported twice: plainly, and in a namespace. */
function finder(entries: readonly Entry[], names: ModuleNames): Reference['entryOf'] {
  const byDeclaration = new Map(
    [...entries].reverse().map((entry) => [entry.meaning.declarations[0], entry]),
  );
  return (file, name) => {
    const meaning = names.meaningIn(file, name);
    return meaning?.type === 'declared' ? byDeclaration.get(meaning.declarations[0]) : undefined;
  };
}

/** What they speak of themselves is there, too. */
function otherTypes(found: readonly Found[], root: string, names: ModuleNames): readonly Found[] {
  const seen = new Set(found.map(({ meaning }) => meaning.declarations[0]));
  const others: Found[] = [];
  for (const queue = [...found]; ;) {
    const next = queue.shift();
    if (next === undefined) return others;
    for (const [name, meaning] of typesOf(next, names)) {
      if (seen.has(meaning.declarations[0])) continue;
      seen.add(meaning.declarations[0]);
      const other = {
        name,
        page: pageOf(relative(root, meaning.file)),
        meaning,
        section: 'Other types' as const,
      };
      others.push(other);
      queue.push(other);
    }
  }
}

function typesOf(
  { meaning: { file, declarations } }: Found,
  names: ModuleNames,
): readonly [string, DeclaredName][] {
  return declarations
    .flatMap((each) => [...typesNamed(each)])
    .flatMap((name) => {
      const meaning = names.meaningIn(file, name);
      return meaning?.type === 'declared' ? [[name, meaning]] : [];
    });
}
