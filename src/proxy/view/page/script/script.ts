import { details } from './details.ts';
import { events } from './events.ts';
import { graph } from './graph.ts';
import { links } from './links.ts';
import { resources } from './resources.ts';
import { rows } from './rows.ts';
import { selection } from './selection.ts';

/** The script of the page. It holds no data, and writes text into the page, never HTML. */
export const script = `
'use strict';
(() => {
${[graph, selection, rows, links, resources, details, events].join('\n')}
})();
`;
