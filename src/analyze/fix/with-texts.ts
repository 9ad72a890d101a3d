import { readText, type ReadResult } from '../../resources/index.ts';

/** What was read, with other texts in place of those of some files. */
export function withTexts(read: ReadResult, texts: ReadonlyMap<string, string>): ReadResult {
  const again = new Map<string, ReadResult>();
  for (const { file } of read.documents) {
    const text = texts.get(file);
    if (text !== undefined && !again.has(file)) again.set(file, readText(text, file));
  }
  if (again.size === 0) return read;
  return {
    ...read,
    documents: replaced(
      read.documents,
      ({ file }) => file,
      (file) => again.get(file)?.documents,
    ),
    resources: replaced(
      read.resources,
      ({ document }) => document.file,
      (file) => again.get(file)?.resources,
    ),
  };
}

/** The items with those of some files replaced, all where the first of them was. */
function replaced<T>(
  items: readonly T[],
  fileOf: (item: T) => string,
  instead: (file: string) => readonly T[] | undefined,
): T[] {
  const done = new Set<string>();
  return items.flatMap((item) => {
    const file = fileOf(item);
    const others = instead(file);
    if (others === undefined) return [item];
    if (done.has(file)) return [];
    done.add(file);
    return others;
  });
}
