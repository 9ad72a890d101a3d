import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** What a name of a module stands for. */
export type Meaning = DeclaredName | NamespaceName;

export interface DeclaredName {
  readonly type: 'declared';
  /** The file that declares it. */
  readonly file: string;
  /** More than one for overloads. */
  readonly declarations: readonly [NamedStatement, ...NamedStatement[]];
}

export interface NamespaceName {
  readonly type: 'namespace';
  /** The file whose exports it holds. */
  readonly file: string;
  /** The statement that makes it one. */
  readonly statement: ts.ExportDeclaration;
}

/** A statement that declares a name; a variable without its siblings. */
export type NamedStatement =
  | ts.FunctionDeclaration
  | ts.ClassDeclaration
  | ts.InterfaceDeclaration
  | ts.TypeAliasDeclaration
  | ts.VariableDeclaration;

export interface ModuleNames {
  /** What a file exports. */
  readonly exportsOf: (file: string) => ReadonlyMap<string, Meaning>;
  /** What a name means inside of a file, if a file of the repository declares it. */
  readonly meaningIn: (file: string, name: string) => Meaning | undefined;
}

/**
 * Follows imports and exports from file to file without working out types, which takes many times as long.
 *
 * @param read Gives the text of a file.
 */
export function moduleNames(read = (file: string): string => readFileSync(file, 'utf8')): ModuleNames {
  const sources = new Map<string, ts.SourceFile>();
  const sourceOf = (file: string): ts.SourceFile => {
    const known = sources.get(file);
    if (known !== undefined) return known;
    const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2023, true);
    sources.set(file, source);
    return source;
  };
  const exported = new Map<string, ReadonlyMap<string, Meaning>>();
  const names: ModuleNames = {
    exportsOf(file) {
      const found = exported.get(file) ?? exportsOf(sourceOf(file), names);
      exported.set(file, found);
      return found;
    },
    meaningIn: (file, name) => meaningIn(sourceOf(file), name, names),
  };
  return names;
}

function exportsOf(source: ts.SourceFile, names: ModuleNames): ReadonlyMap<string, Meaning> {
  const found = new Map<string, Meaning>();
  for (const statement of source.statements) {
    if (ts.isExportDeclaration(statement))
      for (const [name, meaning] of passedOn(statement, source, names)) found.set(name, meaning);
    else if (isExported(statement))
      for (const { name } of declaredBy(statement)) {
        const meaning = name && meaningIn(source, name.getText(), names);
        if (meaning) found.set(name.getText(), meaning);
      }
  }
  return found;
}

function passedOn(
  statement: ts.ExportDeclaration,
  source: ts.SourceFile,
  names: ModuleNames,
): readonly (readonly [string, Meaning])[] {
  const file = fileOf(statement.moduleSpecifier, source);
  const clause = statement.exportClause;
  if (clause === undefined) return file === undefined ? [] : [...names.exportsOf(file)];
  if (ts.isNamespaceExport(clause))
    return file === undefined ? [] : [[clause.name.text, { type: 'namespace', file, statement }]];
  return clause.elements.flatMap(({ name, propertyName }) => {
    const original = (propertyName ?? name).text;
    const meaning =
      file === undefined ? meaningIn(source, original, names) : names.exportsOf(file).get(original);
    return meaning === undefined ? [] : [[name.text, meaning] as const];
  });
}

function meaningIn(source: ts.SourceFile, name: string, names: ModuleNames): Meaning | undefined {
  const [first, ...more] = source.statements
    .flatMap(declaredBy)
    .filter((statement) => statement.name?.getText() === name);
  if (first !== undefined) return { type: 'declared', file: source.fileName, declarations: [first, ...more] };
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const original = importedAs(statement, name);
    const file = fileOf(statement.moduleSpecifier, source);
    if (original !== undefined) return file === undefined ? undefined : names.exportsOf(file).get(original);
  }
  return undefined;
}

/** The name that an import gives as `name`. */
function importedAs({ importClause }: ts.ImportDeclaration, name: string): string | undefined {
  const bindings = importClause?.namedBindings;
  if (bindings === undefined || !ts.isNamedImports(bindings)) return undefined;
  const element = bindings.elements.find((each) => each.name.text === name);
  return element && (element.propertyName ?? element.name).text;
}

function declaredBy(statement: ts.Statement): readonly NamedStatement[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations;
  return ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
    ? [statement]
    : [];
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** Files of packages are not read. */
function fileOf(specifier: ts.Expression | undefined, { fileName }: ts.SourceFile): string | undefined {
  if (specifier === undefined || !ts.isStringLiteral(specifier)) return undefined;
  return /^\..*\.ts$/.test(specifier.text) ? join(dirname(fileName), specifier.text) : undefined;
}
