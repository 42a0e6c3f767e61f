import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import "./look/styles.ts";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has lost its #root element");
createRoot(root).render(<App />);
