import { moduleNames, type NamedStatement } from './module-names.ts';

/** The first declaration of a name in a text. */
export function declarationIn(text: string, name: string): NamedStatement {
  const meaning = moduleNames(() => text).meaningIn('src/a.ts', name);
  if (meaning?.type !== 'declared') throw new Error(`nothing declares ${name}`);
  return meaning.declarations[0];
}
