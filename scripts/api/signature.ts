import ts from 'typescript';
import type { NamedStatement } from './module-names.ts';

/** What a declaration promises to those who use it, without what makes it come true. */
export function signature(declaration: NamedStatement): string {
  if (ts.isFunctionDeclaration(declaration))
    return functionText('function ', nameOf(declaration), declaration);
  if (ts.isClassDeclaration(declaration)) return classText(declaration);
  if (ts.isVariableDeclaration(declaration)) return variableText(declaration);
  return withoutExport(declaration.getText());
}

/** The names of types that a signature speaks of. */
export function typesNamed(declaration: NamedStatement): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isBlock(node) || isHidden(node)) return;
    if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) found.add(node.typeName.text);
    if (ts.isExpressionWithTypeArguments(node)) found.add(node.expression.getText());
    ts.forEachChild(node, visit);
  };
  visit(declaration);
  return found;
}

const width = 100;

const nameOf = ({ name }: NamedStatement): string => name?.getText() ?? 'default';
const withoutExport = (text: string): string => text.replace(/^export (?:declare )?/, '');

function functionText(start: string, name: string, made: ts.SignatureDeclaration): string {
  const types = made.typeParameters?.map((each) => each.getText()).join(', ');
  const head = `${start}${name}${types === undefined ? '' : `<${types}>`}`;
  const parameters = made.parameters.map(parameterText);
  const end = made.type === undefined ? ';' : `: ${made.type.getText()};`;
  const line = `${head}(${parameters.join(', ')})${end}`;
  if (line.length <= width || parameters.length === 0) return line;
  return `${head}(\n${parameters.map((each) => `  ${each},\n`).join('')})${end}`;
}

/** What is taken apart has no name of its own. */
function parameterText({
  dotDotDotToken,
  name,
  questionToken,
  initializer,
  type,
}: ts.ParameterDeclaration): string {
  const shown = ts.isIdentifier(name) ? name.text : 'options';
  const optional = questionToken !== undefined || initializer !== undefined ? '?' : '';
  const known = type?.getText() ?? literalType(initializer);
  return `${dotDotDotToken === undefined ? '' : '...'}${shown}${optional}: ${known}`;
}

function literalType(value: ts.Expression | undefined): string {
  if (value === undefined) return 'unknown';
  if (ts.isNumericLiteral(value)) return 'number';
  if (ts.isStringLiteral(value)) return 'string';
  return /^(true|false)$/.test(value.getText()) ? 'boolean' : 'unknown';
}

function variableText({ name, type, initializer }: ts.VariableDeclaration): string {
  const shown = name.getText();
  if (type !== undefined) return `const ${shown}: ${type.getText()};`;
  if (initializer === undefined) return `const ${shown};`;
  if (ts.isArrowFunction(initializer)) return functionText('function ', shown, initializer);
  return `const ${shown} = ${valueText(initializer)};`;
}

/** Of a table that keeps to a type, its keys tell enough. */
function valueText(value: ts.Expression): string {
  if (!ts.isSatisfiesExpression(value) || !ts.isObjectLiteralExpression(value.expression))
    return value.getText();
  const keys = value.expression.properties.map(({ name }) => name?.getText() ?? '');
  return `{\n${keys.map((key) => `  ${key}: …,\n`).join('')}} satisfies ${value.type.getText()}`;
}

function classText(declaration: ts.ClassDeclaration): string {
  const heritage = declaration.heritageClauses?.map((clause) => ` ${clause.getText()}`).join('') ?? '';
  const types = declaration.typeParameters?.map((each) => each.getText()).join(', ');
  const members = declaration.members.filter((member) => !isHidden(member)).map(memberText);
  const head = `class ${nameOf(declaration)}${types === undefined ? '' : `<${types}>`}${heritage}`;
  return members.length === 0 ? `${head} {}` : `${head} {\n${members.join('\n')}\n}`;
}

function isHidden(node: ts.Node): boolean {
  if (!ts.isClassElement(node)) return false;
  if (node.name !== undefined && ts.isPrivateIdentifier(node.name)) return true;
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword);
}

function memberText(member: ts.ClassElement): string {
  const start = member.getSourceFile().text.slice(member.getStart(undefined, true), member.getStart());
  return `  ${start}${promise(member).replaceAll('\n', '\n  ')}`;
}

function promise(member: ts.ClassElement): string {
  const modifiers = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : [];
  const before = modifiers
    .filter(({ kind }) => kind !== ts.SyntaxKind.AsyncKeyword && kind !== ts.SyntaxKind.OverrideKeyword)
    .map((each) => `${each.getText()} `)
    .join('');
  if (ts.isConstructorDeclaration(member)) return functionText('', 'constructor', member);
  const name = member.name?.getText() ?? '';
  if (ts.isMethodDeclaration(member)) return functionText(before, name, member);
  if (ts.isGetAccessor(member)) return functionText(`${before}get `, name, member);
  return ts.isPropertyDeclaration(member) && member.type !== undefined
    ? `${before}${name}: ${member.type.getText()};`
    : member.getText();
}
