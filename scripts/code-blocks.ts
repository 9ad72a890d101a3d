/** A fenced block of a Markdown page. */
export interface CodeBlock {
  readonly language: string;
  readonly text: string;
  /** Line of the page on which the text begins, from 1. */
  readonly line: number;
}

/** The fenced blocks of a page, in their order. */
export function codeBlocks(page: string): CodeBlock[] {
  return [...page.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(({ index, 1: language = '', 2: text = '' }) => ({
    language,
    text,
    line: page.slice(0, index).split('\n').length + 1,
  }));
}
