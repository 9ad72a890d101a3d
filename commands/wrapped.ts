/** Lines of a text of words, each at most `columns` wide and indented; 80 columns where nothing is known. */
export function wrapped(text: string, indent: number, columns = 80): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((part) => `${' '.repeat(indent)}${part}`);
}
