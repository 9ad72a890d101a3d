import ts from 'typescript';

/**
 * The doc comment of a declaration as Markdown; empty without one.
 *
 * @param linked What to write for a name that the comment links.
 */
export function docText(node: ts.Node, linked: (name: string) => string): string {
  const [description = '', ...tags] = commentText(commented(node)).split(/\s(?=@(?:throws|returns|param)\b)/);
  const parts = [
    description.startsWith('@') ? '' : description.trim(),
    ...[description, ...tags].map(tagText),
  ];
  return parts
    .filter((part) => part !== '')
    .join('\n\n')
    .replaceAll(/\{@link ([\w.]+)\}/g, (_, name: string) => linked(name));
}

/** The comment of a variable is that of its statement. */
const commented = (node: ts.Node): ts.Node => (ts.isVariableDeclaration(node) ? node.parent.parent : node);

function commentText(node: ts.Node): string {
  const text = node.getSourceFile().text;
  const range = ts.getLeadingCommentRanges(text, node.getFullStart())?.at(-1);
  const comment = range === undefined ? '' : text.slice(range.pos, range.end);
  if (!comment.startsWith('/**')) return '';
  return comment
    .slice(3, -2)
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
    .join('\n')
    .trim();
}

function tagText(tag: string): string {
  const [, name, braced, rest = ''] = /^@(throws|returns|param)(?: \{(\w+)\})?\s*(.*)$/s.exec(tag) ?? [];
  if (name === 'throws') return `Throws ${braced === undefined ? '' : `\`${braced}\` `}${rest}`;
  if (name === 'returns') return `Gives ${rest}`;
  return name === 'param' ? rest.replace(/^(\w+)(?: -)?/, '`$1`:') : '';
}
