import { MeshctlError } from '../../errors.ts';
import type { Json, JsonObject } from '../../resources/index.ts';
import type { DumpSection, ProxyDump, SectionKind } from './dump.ts';
import { explainFault, type NamedText } from './explain-fault.ts';
import { JsonCursor } from './json-cursor.ts';
import { Section, type SectionParts } from './section.ts';
import { sectionLayouts, type SectionLayout } from './section-layout.ts';
import { unpack } from './unpack.ts';

/** What a dump does not say itself. */
export interface ReadDumpOptions {
  /** How to call the dump in messages. */
  readonly name?: string;
  /** What the resources of a bare list are, which does not say so: `istioctl proxy-config cluster -o json`. */
  readonly list?: SectionKind;
}

/**
 * Reads what a proxy says of itself: `/config_dump` (with or without endpoints), `/clusters?format=json`, parts of
 * these, and what `proxy-config -o json` printed; compressed with gzip or not; with names as Envoy writes them or in
 * camel case. Finds the sections; what is in them is parsed when it is asked for.
 *
 * Throws MeshctlError (input) for what is no such thing, here or where the broken part is read.
 */
export function readDump(input: Uint8Array | string, options: ReadDumpOptions = {}): ProxyDump {
  const { name = 'the dump', list } = options;
  return dumpIn(unpack(bufferOf(input), name), { name, list });
}

/** The dump in a text that is not compressed. */
export function dumpIn(bytes: Buffer, source: DumpText): ProxyDump {
  const { name } = source;
  const sections = explainFault(source, () => sectionsOf(new JsonCursor(bytes), source));
  return {
    ...{ name, sections, bytes },
    // What is neither has been refused above.
    value: () => explainFault(source, () => new JsonCursor(bytes).value() as JsonObject | Json[]),
    section: (kind) => sections.findLast((section) => section.kind === kind),
  };
}

function bufferOf(input: Uint8Array | string): Buffer {
  if (typeof input === 'string') return Buffer.from(input);
  return Buffer.from(input.buffer, input.byteOffset, input.byteLength);
}

/** The text of a dump. */
export interface DumpText extends NamedText {
  /** What the resources of a bare list are. */
  readonly list?: SectionKind | undefined;
}

function sectionsOf(cursor: JsonCursor, source: DumpText): DumpSection[] {
  const first = cursor.peek();
  if (first === undefined) throw new MeshctlError('input', `${source.name} is empty`);
  const sections = first === 0x5b ? [bareList(cursor, source)] : documentSections(cursor, source);
  cursor.end();
  return sections;
}

/** A list of resources without their section. */
function bareList(cursor: JsonCursor, source: DumpText): DumpSection {
  const { name, list } = source;
  const layout = sectionLayouts.find(({ kind }) => kind === list);
  if (layout === undefined || layout.lists.length === 0)
    throw new MeshctlError('input', `${name} is a list, not a dump of Envoy`, {
      hint: 'save what `pilot-agent request GET config_dump` prints',
    });
  const { at } = cursor;
  cursor.skip();
  const lists = [{ list: { field: '', state: 'active' as const }, at }];
  return new Section({ bytes: cursor.bytes, source, at, type: layout.message, layout, lists });
}

/** `{configs: [...]}`, or a section by itself. */
function documentSections(cursor: JsonCursor, source: DumpText): DumpSection[] {
  const { at } = cursor;
  const own = new Map<string, number>();
  let sections: DumpSection[] | undefined;
  for (let more = cursor.enter('{'); more; more = cursor.next('}')) {
    const key = cursor.key();
    own.set(key, cursor.at);
    if (key === 'configs') sections = configSections(cursor, source);
    else cursor.skip();
  }
  if (sections !== undefined) return sections;
  const layout = sectionLayouts.find((known) => markers(known).some((field) => own.has(field)));
  return layout === undefined ? refuse(source.name) : [sectionFrom({ cursor, at, own, layout, source })];
}

function configSections(cursor: JsonCursor, source: DumpText): DumpSection[] {
  const sections: DumpSection[] = [];
  for (let more = cursor.enter('['); more; more = cursor.next(']')) {
    cursor.peek();
    const { at } = cursor;
    const own = new Map<string, number>();
    for (let inner = cursor.enter('{'); inner; inner = cursor.next('}')) {
      own.set(cursor.key(), cursor.at);
      cursor.skip();
    }
    sections.push(sectionFrom({ cursor, at, own, source }));
  }
  return sections;
}

interface Found {
  readonly cursor: JsonCursor;
  readonly at: number;
  /** Where the values of its fields begin. */
  readonly own: ReadonlyMap<string, number>;
  /** Unless the section says itself what it is. */
  readonly layout?: SectionLayout;
  readonly source: DumpText;
}

function sectionFrom({ cursor: { bytes }, at, own, layout, source }: Found): DumpSection {
  const type = textAt(bytes, own.get('@type'))?.replace(/^.*\//, '') ?? layout?.message ?? '';
  const known = layout ?? sectionLayouts.find(({ message }) => message === type);
  const version = textAt(bytes, own.get('version_info') ?? own.get('versionInfo'));
  const lists: SectionParts['lists'] = (known?.lists ?? []).flatMap((list) => {
    const start = own.get(list.field) ?? own.get(camelCase(list.field));
    return start === undefined ? [] : [{ list, at: start }];
  });
  return new Section({ bytes, source, at, type, layout: known, lists, version });
}

function textAt(bytes: Buffer, at: number | undefined): string | undefined {
  if (at === undefined) return undefined;
  const value = new JsonCursor(bytes, at).value();
  return typeof value === 'string' ? value : undefined;
}

/** Fields by which a section is known that stands alone; a bootstrap by itself istioctl does not take either. */
function markers({ lists }: SectionLayout): string[] {
  return lists.flatMap(({ field }) => [field, camelCase(field)]);
}

const camelCase = (field: string): string =>
  field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function refuse(name: string): never {
  throw new MeshctlError(
    'input',
    `${name} is no dump of Envoy: it has neither configs nor cluster_statuses`,
    {
      hint: 'save what `pilot-agent request GET config_dump` prints',
    },
  );
}
