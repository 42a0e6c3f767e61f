import grapesjs, { type Component, type Editor, type EditorConfig } from "grapesjs";
import mjmlPreset from "grapesjs-mjml";
import type { TemplateLook } from "../../../api/schema.d.ts";
import { canvasStyle } from "./canvas-style.ts";
import { canvasParts, childrenOf, rootOf, shownOf } from "./canvas-tree.ts";
import { addCanvasTypes, type CanvasNames } from "./canvas-types.ts";
import { addWriting } from "./canvas-writing.ts";
import { sourceFromTree } from "./source-from-tree.ts";
import type { VisualTree } from "./visual-tree.ts";

export type CanvasOptions = {
  container: HTMLElement;
  /** What the canvas is called for those who do not see it. */
  label: string;
  names: CanvasNames;
  look: TemplateLook;
  /** Called with the source after every change that somebody makes. */
  onSource: (source: string) => void;
  /** Called when something else is selected, or what is selected has changed. */
  onChange: () => void;
};

/** GrapesJS with a body on it. */
export type Canvas = {
  editor: Editor;
  show: (tree: VisualTree) => void;
  root: () => Component | undefined;
  /** What the canvas says now, as source. */
  source: () => string;
  close: () => void;
};

export function openCanvas(options: CanvasOptions): Canvas {
  const { container, names, look } = options;
  const editor = grapesjs.init({
    ...QUIET,
    container,
    canvasCss: canvasStyle,
    plugins: [(each) => presetPlugin(each, PRESET), (each) => addCanvasTypes(each, look, names), addWriting],
  });
  let tree: VisualTree = { level: "rows", nodes: [], tail: "" };
  const root = () => {
    const wrapper = editor.getWrapper();
    return wrapper && rootOf(wrapper);
  };
  const shownRows = () => {
    const rows = root();
    return rows ? childrenOf(rows).map(shownOf) : [];
  };
  const source = () => sourceFromTree(tree, shownRows());
  const stop = follow(editor, options, source);
  return {
    editor,
    root,
    source,
    show(next) {
      tree = next;
      editor.setComponents(canvasParts(next, look.around) as never);
      editor.UndoManager.clear();
    },
    close() {
      stop();
      editor.destroy();
    },
  };
}

// The preset is an older kind of module: depending on the bundler its function comes wrapped.
const presetPlugin = ("default" in mjmlPreset ? mjmlPreset.default : mjmlPreset) as typeof mjmlPreset;

/** The preset's elements alone: no blocks, panels or styles of its own, and no fonts that it would fetch. */
const PRESET = {
  blocks: [],
  resetStyleManager: false,
  resetDevices: false,
  useCustomTheme: false,
  overwriteExport: false,
  columnsPadding: "",
  fonts: { "no font": "about:blank" },
};

/** Nobody is told that GrapesJS runs, nothing is fetched and nothing kept; our own controls stand around it. */
const QUIET = {
  height: "100%",
  width: "auto",
  telemetry: false,
  cssIcons: "",
  storageManager: false,
  noticeOnUnload: false,
  i18n: { detectLocale: false },
  panels: { defaults: [] },
  showToolbar: false,
  showDevices: false,
  blockManager: { custom: true },
  layerManager: { custom: true },
  styleManager: { custom: true },
  selectorManager: { custom: true },
  traitManager: { custom: true },
  assetManager: { custom: { open() {}, close() {} } },
  domComponents: { useFrameDoc: true },
  canvas: { styles: [], scripts: [], allowExternalDrop: false },
} satisfies EditorConfig;

const CHANGES = ["component:add", "component:remove", "component:update", "undo", "redo"];
const SELECTIONS = ["component:selected", "component:deselected", "rte:enable", "rte:disable"];

/** Tells of changes once they have settled: GrapesJS reports each of a move's or an undo's steps. */
function follow(editor: Editor, { label, onSource, onChange }: CanvasOptions, source: () => string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;
  const tell = () => {
    timer = undefined;
    onSource(source());
  };
  const changed = () => {
    clearTimeout(timer);
    if (isClosed) return;
    timer = setTimeout(() => {
      tell();
      onChange();
    });
  };
  for (const event of CHANGES) editor.on(event, changed);
  for (const event of SELECTIONS) editor.on(event, onChange);
  // GrapesJS needs its frame to be of our origin; whatever is in it shall not open, send or lead the page anywhere.
  editor.on("frame:render", ({ el }: { el: HTMLIFrameElement }) => {
    el.setAttribute("sandbox", "allow-same-origin allow-scripts");
  });
  editor.on("canvas:frame:load", ({ el }: { el: HTMLIFrameElement }) => {
    el.title = label;
  });
  return () => {
    isClosed = true;
    clearTimeout(timer);
    // A change that has not settled yet must not be lost with the canvas.
    if (timer !== undefined) tell();
  };
}
