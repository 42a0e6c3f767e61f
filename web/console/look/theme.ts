import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

const lake: MantineColorsTuple = [
  "#e9f6f5",
  "#d3eae8",
  "#a6d5d1",
  "#76bfb9",
  "#4fada5",
  "#36a198",
  "#277f78",
  "#1d6a64",
  "#125651",
  "#00423d",
];

export const theme = createTheme({
  primaryColor: "lake",
  colors: { lake },
  primaryShade: { light: 7, dark: 7 },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  fontFamily:
    'ui-sans-serif, system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace',
  headings: { fontWeight: "650" },
});

/** Mantine's dimmed and placeholder greys fall under 4.5:1; these keep secondary text readable. */
export const readableGreys: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "#565d64",
    "--mantine-color-placeholder": "#656c73",
    "--mantine-color-body": "#ffffff",
    "--console-page": "#f6f7f7",
    "--console-good": "#14693f",
    "--console-marked": "#ffe9b8",
    "--console-waiting": "#8a4b00",
    "--console-bad": "#b42318",
    "--mantine-color-red-outline": "#b42318",
    "--mantine-color-error": "#b42318",
  },
  dark: {
    "--mantine-color-dimmed": "#a9b0b7",
    "--mantine-color-placeholder": "#98a0a8",
    "--console-page": "#1c1d1f",
    "--mantine-color-lake-light": "rgba(54, 161, 152, 0.18)",
    "--mantine-color-lake-light-hover": "rgba(54, 161, 152, 0.26)",
    "--mantine-color-lake-light-color": "#8fd6cf",
    "--console-good": "#7fd6a6",
    "--console-marked": "#5a4512",
    "--console-waiting": "#f3c178",
    "--console-bad": "#ff9d94",
    "--mantine-color-red-outline": "#ff9d94",
    "--mantine-color-error": "#ff9d94",
  },
});
