import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes, type ParserError } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** A page as a browser reads it. */
export class ParsedPage {
  readonly elements: readonly Element[];
  /** Codes of what HTML takes for an error. */
  readonly errors: readonly string[];

  constructor(html: string) {
    const errors: string[] = [];
    const document = parse(html, { onParseError: ({ code }: ParserError) => errors.push(code) });
    this.elements = elementsIn(document);
    this.errors = errors;
  }

  named(name: string): Element[] {
    return this.elements.filter(({ tagName }) => tagName === name);
  }

  only(name: string): Element {
    const [first, second] = this.named(name);
    if (first === undefined || second !== undefined) throw new Error(`there is not one ${name}`);
    return first;
  }

  /** The elements, with their attributes but without what these say. */
  outline(): string[] {
    return this.elements.map(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => name)].join(' '));
  }
}

export function textOf(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

export const attribute = (element: Element | undefined, name: string): string | undefined =>
  element?.attrs.find((one) => one.name === name)?.value;

function elementsIn(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((child) => [...(tree.isElementNode(child) ? [child] : []), ...elementsIn(child)]);
}
