import { palette } from '../../../output/html/index.ts';

/** The style sheet of the page. It names no address: nothing is loaded. */
export const style = `${palette}
:root {
  --accent: color-mix(in srgb, var(--link) 12%, var(--page)); --thread: color-mix(in srgb, var(--faint) 38%, var(--page));
}
html, body { height: 100%; margin: 0; }
body {
  display: grid; grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) 25rem; overflow: hidden;
  background: var(--box); color: var(--text); font: 13px/1.4 system-ui, sans-serif; font-variant-numeric: tabular-nums;
}
a { color: var(--link); text-decoration: none; overflow-wrap: anywhere; }
a:hover { text-decoration: underline; }
.faint { color: var(--faint); }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: fixed; inset: 0.5rem auto auto 0.5rem; z-index: 3; padding: 0.5rem; background: var(--page); }
header {
  grid-column: 1 / -1; display: flex; align-items: center; gap: 0.75rem; padding: 0.5rem 1rem; min-width: 0;
  background: var(--page); border-bottom: 1px solid var(--line);
}
.name { display: flex; align-items: baseline; gap: 0.75rem; min-width: 0; flex: 0 1 auto; white-space: nowrap; }
h1 { margin: 0; font-size: 15px; font-weight: 600; overflow: hidden; text-overflow: ellipsis; }
.name p { margin: 0; color: var(--faint); overflow: hidden; text-overflow: ellipsis; }
#search { flex: 1 1 12rem; min-width: 8rem; max-width: 28rem; margin-left: auto; }
#search, header button {
  height: 30px; padding: 0 0.625rem; border: 1px solid var(--line); border-radius: 6px;
  background: var(--page); color: inherit; font: inherit; white-space: nowrap;
}
#search::placeholder { color: var(--faint); opacity: 1; }
header button { cursor: pointer; }
header button:hover { background: var(--box); }
#problems { color: var(--error); font-weight: 600; }
#problems[aria-pressed=true] { background: var(--error); border-color: var(--error); color: var(--page); }
#status { order: -1; display: none; }
.ready #status { display: block; position: absolute; left: -99rem; }
noscript { grid-column: 1 / -1; padding: 1rem; }
#graph {
  position: relative; display: grid; overflow: auto hidden; padding: 0.75rem 1rem;
  grid-template-rows: minmax(0, 1fr);
  grid-template-columns: minmax(10rem, 1fr) minmax(12rem, 1.2fr) minmax(12rem, 1.2fr) minmax(10rem, 1fr); gap: 3rem;
}
#links { position: absolute; inset: 0 auto auto 0; pointer-events: none; }
#links path { fill: none; stroke: var(--thread); stroke-width: 1.25; }
#links .faint { stroke-dasharray: 2 4; opacity: 0.6; }
.focused #links .plain, #links .hot { stroke: var(--link); }
.focused #links .plain { opacity: 0.55; }
#links .hot { stroke-width: 2; }
.column {
  position: relative; display: flex; flex-direction: column; min-height: 0; min-width: 0;
  background: var(--page); border: 1px solid var(--line); border-radius: 8px; overflow: hidden;
}
.column h2 {
  display: flex; justify-content: space-between; gap: 0.5rem; margin: 0; padding: 0.5rem 0.75rem;
  border-bottom: 1px solid var(--line); font-size: 12px; font-weight: 600;
}
.count { color: var(--faint); font-weight: 400; }
.list { flex: 1; overflow: hidden auto; scrollbar-width: thin; scrollbar-color: var(--line) transparent; }
.list:focus-visible { outline-offset: -2px; }
.rows { position: relative; }
.empty { position: absolute; inset: 3rem 0 auto; margin: 0; text-align: center; color: var(--faint); }
.row {
  position: absolute; left: 0; right: 0; height: 38px; display: flex; align-items: center; gap: 0.375rem;
  padding: 0 0.625rem 0 0.75rem; cursor: pointer; border-left: 2px solid transparent;
}
.row.depth1 { padding-left: 1.625rem; }
.row.depth2 { padding-left: 2.5rem; }
.row:hover { background: var(--box); }
.row.cursor { background: var(--box); border-left-color: var(--faint); }
.row[aria-selected=true] { background: var(--accent); border-left-color: var(--link); }
.row.context .words { opacity: 0.65; }
.twist { flex: none; width: 1rem; margin-left: -0.5rem; text-align: center; color: var(--faint); line-height: 38px; }
.words { flex: 1; min-width: 0; }
.label, .note { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; line-height: 16px; }
.depth0 .label { font-weight: 500; }
.note { color: var(--faint); font-size: 11.5px; }
.tag {
  flex: none; padding: 0 0.375rem; border: 1px solid currentcolor; border-radius: 99px; color: var(--faint);
  font-size: 11px; line-height: 16px; white-space: nowrap;
}
.tag.warming, .tag.degraded { color: var(--warning); }
.tag.rejected, .tag.missing, .tag.unhealthy { color: var(--error); }
.tag.healthy { color: var(--added); }
.problem {
  flex: none; min-width: 16px; height: 16px; padding: 0 4px; border-radius: 4px; color: var(--page);
  font-size: 11px; font-weight: 700; line-height: 16px; text-align: center;
}
.problem.error { background: var(--error); }
.problem.warning { background: var(--warning); }
.problem.within { min-width: 6px; width: 6px; height: 6px; padding: 0; border-radius: 2px; background: var(--error); }
.health { flex: none; display: inline-block; width: 9px; height: 9px; border: 2px solid var(--added); border-radius: 50%; }
.health.healthy { background: var(--added); }
.health.degraded { border-color: var(--warning); background: linear-gradient(90deg, var(--warning) 50%, transparent 50%); }
.health.unhealthy { border-color: var(--error); border-radius: 0; transform: rotate(45deg); width: 8px; height: 8px; }
.health.unknown { border-color: var(--faint); border-style: dotted; }
#graph .limit {
  position: absolute; left: 1rem; bottom: 1rem; z-index: 1; margin: 0; padding: 0.125rem 0.5rem; border-radius: 99px;
  background: var(--page); border: 1px solid var(--line); color: var(--faint); font-size: 11px;
}
#details { overflow: auto; padding: 0.875rem 1rem; background: var(--page); border-left: 1px solid var(--line); scrollbar-width: thin; }
#details:focus { outline: none; }
#details h2 { margin: 0 0 0.25rem; font-size: 15px; font-weight: 600; overflow-wrap: anywhere; }
#details h3 { margin: 1.25rem 0 0.375rem; font-size: 12px; font-weight: 600; overflow-wrap: anywhere; }
.crumbs { margin: 0 0 0.25rem; color: var(--faint); }
.badges { display: flex; flex-wrap: wrap; gap: 0.375rem; margin: 0.375rem 0; }
.badges .tag { display: inline-flex; align-items: center; gap: 0.375rem; padding: 0.125rem 0.5rem; }
#details ul { margin: 0; padding: 0; list-style: none; }
#details li { overflow-wrap: anywhere; }
.counts { display: grid; grid-template-columns: 1fr 1fr; gap: 0.125rem 1rem; color: var(--faint); }
.counts b { color: var(--text); }
.problems li { margin: 0.375rem 0; padding: 0.375rem 0.625rem; border-left: 3px solid var(--warning); background: var(--box); border-radius: 0 4px 4px 0; }
.problems li.error { border-color: var(--error); }
.problems b { color: var(--warning); }
.problems .error b { color: var(--error); }
.neighbours li { display: flex; align-items: baseline; gap: 0.5rem; padding: 0.125rem 0; }
.neighbours a { flex: 0 0 auto; max-width: 65%; }
.neighbours .faint { flex: 1; font-size: 11.5px; }
.neighbours .health { align-self: center; }
.legend li { display: flex; align-items: center; gap: 0.625rem; padding: 0.125rem 0; }
.legend .problem { min-width: 16px; }
.legend .health { margin: 0 3.5px; }
.missed { color: var(--error); }
dl { display: grid; grid-template-columns: minmax(5rem, max-content) 1fr; gap: 0.125rem 0.875rem; margin: 0.5rem 0; }
dt { color: var(--faint); }
dd { margin: 0; overflow-wrap: anywhere; }
pre {
  margin: 0; padding: 0.625rem; max-height: 70vh; overflow: auto; background: var(--box); border-radius: 6px;
  font: 11.5px/1.5 ui-monospace, monospace; scrollbar-width: thin; tab-size: 2;
}
.key { color: var(--link); }
.string { color: var(--added); }
.atom { color: var(--warning); }
.limit:empty { display: none; }
@media (max-width: 60rem) {
  body { grid-template: auto minmax(0, 3fr) minmax(0, 2fr) / minmax(0, 1fr); }
  header { flex-wrap: wrap; }
  #graph { gap: 2rem; }
  #details { border-left: 0; border-top: 1px solid var(--line); }
}
@media (forced-colors: active) {
  .health, .problem { forced-color-adjust: none; }
}
`;
