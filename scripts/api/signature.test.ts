import { expect, test } from 'vitest';
import { signature, typesNamed } from './signature.ts';
import { declarationIn } from './testing.ts';

test.each([
  [
    'a function is shown without its body',
    'export async function a(text: string, times = 2): Promise<Row> { return row(text, times); }',
    'function a(text: string, times?: number): Promise<Row>;',
  ],
  [
    'a parameter that is taken apart has a name',
    'export function a({ b, c }: Row, ...more: Row[]): void {}',
    'function a(options: Row, ...more: Row[]): void;',
  ],
  [
    'a long one has a line for each parameter',
    `export function a<T>(first: ReadonlyMap<string, readonly T[]>, second: ReadonlyMap<string, T>, third?: T): T {}`,
    [
      'function a<T>(',
      '  first: ReadonlyMap<string, readonly T[]>,',
      '  second: ReadonlyMap<string, T>,',
      '  third?: T,',
      '): T;',
    ].join('\n'),
  ],
  [
    'an arrow function is shown as a function',
    'export const a = (b: Row): string => b.name;',
    'function a(b: Row): string;',
  ],
  ['a value is shown with its type', 'export const a: Row = make();', 'const a: Row;'],
  ['a plain value is shown', "export const a = '1.0';", "const a = '1.0';"],
  [
    'of a table its keys are shown',
    'export const a = { x: () => 1, y: () => 2 } satisfies Record<string, Maker>;',
    'const a = {\n  x: …,\n  y: …,\n} satisfies Record<string, Maker>;',
  ],
  [
    'a type is shown as it is',
    'export interface a {\n  /** Its name. */\n  readonly name: string;\n}',
    'interface a {\n  /** Its name. */\n  readonly name: string;\n}',
  ],
  [
    'a class is shown without bodies and what is private',
    `export class a extends Base {
  readonly #held = new Map<string, Hidden>();
  /** How many. */
  readonly size: number = 0;
  constructor(size = 1) { super(); }
  override async row(at: number): Promise<Row> { return this.#find(at); }
  get first(): Row { return this.#find(0); }
  #find(at: number): Row { return rows[at]; }
}`,
    [
      'class a extends Base {',
      '  /** How many. */',
      '  readonly size: number;',
      '  constructor(size?: number);',
      '  row(at: number): Promise<Row>;',
      '  get first(): Row;',
      '}',
    ].join('\n'),
  ],
])('%s', (_, text, shown) => {
  expect(signature(declarationIn(text, 'a'))).toBe(shown);
});

test('the types of a signature are those that its parameters, results and bases name, not those of bodies', () => {
  const text = `export class a extends Base implements Shape<Item> {
    readonly #held: Hidden[] = [];
    row(at: Place): Row { const found: Inner = this.#held; return found; }
  }`;
  expect([...typesNamed(declarationIn(text, 'a'))].sort()).toEqual(['Base', 'Item', 'Place', 'Row', 'Shape']);
});
