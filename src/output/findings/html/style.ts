import { palette } from '../../html/index.ts';

/** The style sheet of the page. It names no address: nothing is loaded. */
export const style = `${palette}body {
  max-width: 72rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere;
  background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif;
}
h1 { margin: 0; font-size: 1.5rem; }
h2 { display: inline; font-size: 1.1rem; }
h3 { margin: 0; font-size: 1rem; }
p { margin: 0.25rem 0; }
a { color: var(--link); }
header p, .place, .count, dt, small, footer { color: var(--faint); }
code, pre { font-family: ui-monospace, monospace; font-size: 0.875rem; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; }
#controls {
  display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: end; position: sticky; top: 0; z-index: 1;
  margin: 1rem 0; padding: 0.5rem 0; border-block: 1px solid var(--line); background: var(--page);
}
#controls fieldset { display: flex; gap: 1rem; margin: 0; padding: 0; border: 0; }
#controls legend, #controls label span { display: block; padding: 0; color: var(--faint); font-size: 0.8rem; }
#controls input, #controls select, #controls button { font: inherit; max-width: 16rem; }
#controls small { flex-basis: 100%; }
summary { padding: 0.5rem 0; cursor: pointer; }
ol { margin: 0; padding: 0; list-style: none; }
.finding {
  margin: 0 0 1rem; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 0.375rem;
  content-visibility: auto; contain-intrinsic-size: auto 18rem; scroll-margin-top: 12rem;
}
.finding:target { border-color: var(--link); }
.severity { font-weight: bold; }
.error { color: var(--error); }
.warning { color: var(--warning); }
.info { color: var(--info); }
pre { margin: 0.5rem 0; padding: 0.5rem; background: var(--box); white-space: pre-wrap; }
pre span { color: var(--faint); user-select: none; }
mark {
  background: var(--mark); color: inherit;
  text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px;
}
[data-severity=error] mark { text-decoration-color: var(--error); }
[data-severity=warning] mark { text-decoration-color: var(--warning); }
[data-severity=info] mark { text-decoration-color: var(--info); }
del { color: var(--error); }
ins { color: var(--added); }
del, ins { text-decoration: none; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.125rem 1rem; margin: 0.5rem 0 0; }
dd { margin: 0; }
dd ul { margin: 0; padding-left: 1.25rem; }
#undecided, footer { margin-top: 2rem; }
table { border-collapse: collapse; }
th, td { padding: 0.25rem 1rem 0.25rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
@media (max-width: 48rem), (max-height: 40rem) {
  #controls { position: static; }
  .finding { scroll-margin-top: 0; }
}
@media print {
  #controls, .skip { display: none; }
  .finding { break-inside: avoid; content-visibility: visible; }
  body { max-width: none; }
}
`;
