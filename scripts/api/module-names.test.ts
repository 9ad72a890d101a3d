import { expect, test } from 'vitest';
import { moduleNames } from './module-names.ts';

const files: Readonly<Record<string, string>> = {
  'src/index.ts': `
    export * from './all.ts';
    export { plain, inner as outer, type Shape } from './some.ts';
    export * as space from './all.ts';
    export { parse } from 'elsewhere';
    const hidden = 1;
    export { hidden as shown };`,
  'src/all.ts': `export const first = 1; export function second(): void {} function third(): void {}`,
  'src/some.ts': `
    import { Shape as Form } from './deep/shape.ts';
    import { Text } from 'elsewhere';
    export function plain(text: string): string;
    export function plain(text: unknown): unknown { return text; }
    export const inner = (form: Form, text: Text): number => 1;
    export type { Shape } from './deep/shape.ts';`,
  'src/deep/shape.ts': `export interface Shape { readonly size: number }`,
};
const names = moduleNames((file) => files[file] ?? '');

test('exports are followed to the files that declare them', () => {
  const found = [...names.exportsOf('src/index.ts')].map(([name, { type, file }]) => [name, type, file]);
  expect(found).toEqual([
    ['first', 'declared', 'src/all.ts'],
    ['second', 'declared', 'src/all.ts'],
    ['plain', 'declared', 'src/some.ts'],
    ['outer', 'declared', 'src/some.ts'],
    ['Shape', 'declared', 'src/deep/shape.ts'],
    ['space', 'namespace', 'src/all.ts'],
    ['shown', 'declared', 'src/index.ts'],
  ]);
});

test('all overloads of a function are there', () => {
  expect(names.meaningIn('src/some.ts', 'plain')).toMatchObject({ declarations: { length: 2 } });
});

test.each([
  ['a name of the file itself', 'src/all.ts', 'third', 'src/all.ts'],
  ['a name that is imported under another one', 'src/some.ts', 'Form', 'src/deep/shape.ts'],
  ['a name of a package', 'src/some.ts', 'Text', undefined],
  ['a name that only another file knows', 'src/some.ts', 'first', undefined],
])('%s', (_, file, name, declaredIn) => {
  expect(names.meaningIn(file, name)?.file).toBe(declaredIn);
});
