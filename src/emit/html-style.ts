/** The style of a page: a measure of 66 characters, light or dark as the reader's system is, fit for printing. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --quiet: #5f5f5f; --paper: #fdfcf9; --line: #d9d5cc; --link: #0b57a4; --tint: #f2efe8;
  --mark: #fff0a8; --note: #0b57a4; --tip: #1a7f37; --important: #7f3fbf; --warning: #9a6700; --caution: #c01c28; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e2dd; --quiet: #a3a099; --paper: #171716; --line: #3b3a37; --link: #82b8f0; --tint: #232220;
  --mark: #5c4d00; --note: #82b8f0; --tip: #6fc987; --important: #c79bf2; --warning: #e0b04c; --caution: #ff8a80; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: calc(66ch + 2.5rem); background: var(--paper); color: var(--ink);
  font: 1.125rem/1.6 Charter, "Bitstream Charter", Georgia, "Noto Serif", serif; overflow-wrap: break-word; hyphens: auto; text-wrap: pretty; }
h1, h2, h3, h4, h5, h6, .page-title { line-height: 1.25; margin: 2em 0 0.5em; text-wrap: balance; hyphens: manual; }
h1, .page-title { font-size: 1.9rem; } h2 { font-size: 1.45rem; } h3 { font-size: 1.2rem; } h4, h5, h6 { font-size: 1rem; }
.page-header { margin-bottom: 2.5rem; padding-bottom: 1rem; border-bottom: 1px solid var(--line); }
.page-title { margin-top: 0; font-size: 2.2rem; }
.subtitle { margin: 0 0 0.75em; font-size: 1.25rem; color: var(--quiet); }
.byline, .tags { margin: 0; font-size: 0.95rem; color: var(--quiet); }
a { color: var(--link); text-underline-offset: 0.15em; }
p, ul, ol, dl, pre, blockquote, figure, .scroll, .alert, details { margin: 0 0 1em; }
ul, ol { padding-inline-start: 1.6em; } li > p { margin-bottom: 0.5em; } li > ul, li > ol { margin-bottom: 0; }
li:has(> input:first-child), li:has(> p:first-child > input:first-child) { list-style: none; margin-inline-start: -1.4em; }
blockquote { margin-inline: 0; padding-inline-start: 1.1em; border-inline-start: 3px solid var(--line); color: var(--quiet); }
code, kbd, pre { font: 0.9em/1.5 ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; hyphens: none; }
code { background: var(--tint); padding: 0.1em 0.25em; border-radius: 3px; }
pre { padding: 0.8em 1em; overflow-x: auto; background: var(--tint); border-radius: 4px; } pre code { padding: 0; background: none; font-size: 1em; }
.verbatim { white-space: pre-wrap; } .math { font-style: italic; }
kbd { padding: 0.1em 0.4em; border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 4px; }
mark { background: var(--mark); color: inherit; } abbr[title] { text-decoration: underline dotted; cursor: help; }
img { max-width: 100%; height: auto; } figure { text-align: center; } figcaption { font-size: 0.95rem; color: var(--quiet); }
.scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: 0.95em; hyphens: manual; }
th, td { padding: 0.35em 0.75em; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
[align="center"] { text-align: center; } [align="right"] { text-align: right; } [align="left"] { text-align: left; }
dt { font-weight: 600; } dd { margin-inline: 1.6em 0; margin-bottom: 0.5em; }
summary { cursor: pointer; font-weight: 600; }
.alert { padding: 0.6em 1em; border-inline-start: 4px solid var(--rank); background: var(--tint); } .alert > :last-child { margin-bottom: 0; }
.alert-title { margin-bottom: 0.25em; font-weight: 600; color: var(--rank); }
.alert-note { --rank: var(--note); } .alert-tip { --rank: var(--tip); } .alert-important { --rank: var(--important); }
.alert-warning { --rank: var(--warning); } .alert-caution { --rank: var(--caution); }
hr { margin: 2.5em auto; width: 6em; border: 0; border-top: 1px solid var(--line); }
sup, sub { line-height: 0; } .footnotes { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 0.95rem; }
:target { background: var(--mark); }
@media print { :root { color-scheme: light; } body { max-width: none; padding: 0; background: none; color: #000; font-size: 11pt; } a { color: inherit; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; } pre, blockquote, figure, tr, .alert { break-inside: avoid; } p { orphans: 3; widows: 3; }
  pre { white-space: pre-wrap; } .scroll { overflow: visible; } .footnotes a[role="doc-backlink"] { display: none; } }
`;
