/** The colours of every page, for light and dark; each text colour has a contrast of at least 4.5 to `page` and `box`. */
export const palette = `
:root {
  --page: #fff; --text: #1b1f24; --faint: #59636e; --line: #d1d9e0; --box: #f6f8fa; --link: #0757b5;
  --error: #b3202a; --warning: #7d5200; --info: #0757b5; --mark: #ffe9b8; --added: #116329;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f1318; --text: #e6edf3; --faint: #9aa5b1; --line: #3a434d; --box: #181e25; --link: #79b8ff;
    --error: #ff8f88; --warning: #e8b54a; --info: #79b8ff; --mark: #54430f; --added: #6fd08c;
  }
}
* { box-sizing: border-box; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
[hidden] { display: none !important; }
`;
