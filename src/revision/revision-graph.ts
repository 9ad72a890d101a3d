import type { MeshRevisions, RevisionReport } from './mesh-revisions.ts';

/** Languages for graphs: https://mermaid.js.org and https://graphviz.org. */
export type GraphFormat = 'mermaid' | 'dot';

/** Namespaces, the tags that they follow and the control planes behind them, as the text of a graph. */
export function revisionGraph(mesh: MeshRevisions, format: GraphFormat): string {
  const { nodes, edges } = graphOf(mesh);
  const ids = new Map(nodes.map(({ key }, index) => [key, `n${index}`]));
  const known = edges.filter(([from, to]) => ids.has(from) && ids.has(to));
  const ends = known.map(([from, to]) => [ids.get(from) ?? '', ids.get(to) ?? ''] as const);
  const named = nodes.map(({ key, lines }) => ({ id: ids.get(key) ?? '', lines: lines.map(quotable) }));
  return format === 'mermaid' ? mermaid(named, ends) : dot(named, ends);
}

interface Node {
  readonly key: string;
  readonly lines: readonly string[];
}
type Edge = readonly [from: string, to: string];

function graphOf({ revisions, tags, defaultRevision }: MeshRevisions): {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
} {
  const followers = revisions.flatMap(({ name: revision, namespaces }) =>
    namespaces.map(({ name, tag }) => ({
      node: { key: `namespace ${name}`, lines: [`namespace ${name}`] },
      edge: [
        `namespace ${name}`,
        tag === undefined ? `revision ${revision}` : `tag ${tag} ${revision}`,
      ] as const,
    })),
  );
  return {
    nodes: [
      ...followers.map(({ node }) => node),
      ...tags.map(({ name, revision }) => ({ key: `tag ${name} ${revision}`, lines: [`tag ${name}`] })),
      ...revisions.map((revision) => ({
        key: `revision ${revision.name}`,
        lines: linesOf(revision, defaultRevision),
      })),
    ],
    edges: [
      ...followers.map(({ edge }) => edge),
      ...tags.map(({ name, revision }): Edge => [`tag ${name} ${revision}`, `revision ${revision}`]),
    ],
  };
}

function linesOf({ name, versions, istiods }: RevisionReport, defaultRevision: string | undefined): string[] {
  const ready = istiods.reduce((sum, istiod) => sum + istiod.ready, 0);
  const wanted = istiods.reduce((sum, istiod) => sum + istiod.replicas, 0);
  return [
    `revision ${name}${name === defaultRevision ? ' (default)' : ''}`,
    ...(istiods.length === 0 ? [] : [`istiod ${[...versions, `${ready}/${wanted} ready`].join(', ')}`]),
  ];
}

/** Names may come from files: what would end a text of a graph is left out. */
const quotable = (line: string): string => line.replace(/["\\<>\p{Cc}]/gu, '');

interface NamedNode {
  readonly id: string;
  readonly lines: readonly string[];
}

const mermaid = (nodes: readonly NamedNode[], edges: readonly Edge[]): string =>
  [
    'flowchart LR',
    ...nodes.map(({ id, lines }) => `  ${id}["${lines.join('<br>')}"]`),
    ...edges.map(([from, to]) => `  ${from} --> ${to}`),
  ]
    .map((line) => `${line}\n`)
    .join('');

const dot = (nodes: readonly NamedNode[], edges: readonly Edge[]): string =>
  [
    'digraph revisions {',
    '  rankdir=LR;',
    ...nodes.map(({ id, lines }) => `  ${id} [label="${lines.join('\\n')}"];`),
    ...edges.map(([from, to]) => `  ${from} -> ${to};`),
    '}',
  ]
    .map((line) => `${line}\n`)
    .join('');
