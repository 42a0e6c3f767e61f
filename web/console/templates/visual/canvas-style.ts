/** The looks of the canvas itself; a mail is white, whatever colours the console has. */
export const canvasStyle = `
  body { margin: 0; background: #fff; color: #1d2125; }
  a, [data-raw^="<a "] { color: inherit; text-decoration: underline; }
  .held { display: inline-block; padding: 0 5px; margin: 0 1px; border-radius: 4px; background: #dff1ef; color: #0b4a45;
    font: 500 12px/1.5 ui-monospace, Menlo, Consolas, monospace; text-decoration: none; white-space: nowrap; cursor: default; }
  tr.kept { display: table; width: 100%; }
  .kept > td, div.kept { padding: 6px 8px; border: 1px dashed #8aa09e; border-radius: 6px; background: #f4f8f8; }
  div.kept { margin: 6px; }
  .kept-name { font: 500 12px/1.5 ui-sans-serif, system-ui, sans-serif; color: #3c4a49; text-align: left; overflow-wrap: anywhere; }
  .kept-rows:empty { display: block; min-height: 24px; }
  [contenteditable="true"] { outline: 2px solid #1d6a64; outline-offset: 3px; cursor: text; }
  .gjs-selected { outline-color: #1d6a64 !important; }
  h1 { font-size: 27px; line-height: 1.25; margin: 0; }
  p { margin: 0 0 12px; }
  ul, ol { margin: 0; padding-left: 20px; }
`;
