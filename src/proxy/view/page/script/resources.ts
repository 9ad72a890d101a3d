/** The JSON of nodes: read from the page when it is asked for. */
export const resources = `
  const opened = new Map();

  const unzip = async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(stream).text();
  };

  /** The documents of a piece; of pieces that were opened the last few are kept. */
  const openPiece = async (piece) => {
    if (!opened.has(piece)) {
      const reading = (piece.zipped ? unzip(piece.text) : Promise.resolve(piece.text)).then(JSON.parse);
      opened.set(piece, reading);
      if (opened.size > 8) opened.delete(opened.keys().next().value);
    }
    return opened.get(piece);
  };

  /** What stands at the path of a source; undefined where it was left out. */
  const resourceAt = async ([number, path]) => {
    const piece = data.pieces.find(({ first, end }) => first <= number && number < end);
    if (!piece || piece.text === null) return undefined;
    const documents = await openPiece(piece);
    return JSON.parse(path).reduce((value, field) => value?.[field], documents[number - piece.first]);
  };

  const mostText = 300000;
  const mostColoured = 60000;
  const odd = /[\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]/g;
  const spelt = (char) => '\\\\u' + char.charCodeAt(0).toString(16).padStart(4, '0');

  const colour = (pre, json) => {
    const token = /("(?:[^"\\\\\\n]|\\\\.)*")(\\s*:)?|\\b(?:true|false|null)\\b|-?\\d[\\d.eE+-]*/g;
    let done = 0;
    for (const match of json.matchAll(token)) {
      pre.append(json.slice(done, match.index));
      const [, string, colon] = match;
      pre.append(make('span', colon ? 'key' : string ? 'string' : 'atom', string ?? match[0]), colon ?? '');
      done = match.index + match[0].length;
    }
    pre.append(json.slice(done));
  };

  const resourceText = (value) => {
    const pre = make('pre');
    pre.tabIndex = 0;
    const json = JSON.stringify(value, null, 2).replace(odd, spelt);
    if (json.length <= mostColoured) colour(pre, json);
    else pre.textContent = json.slice(0, mostText);
    if (json.length <= mostText) return [pre];
    const [shown, all] = [mostText, json.length].map((count) => count.toLocaleString('en'));
    return [make('p', 'faint', 'The first ' + shown + ' of ' + all + ' characters:'), pre];
  };
`;
