/** The small drawings that tell at a glance what a page is about: strokes in a square of 24 units. */
export const MARKS = {
  letter: "M3.5 6.5h17v11h-17zM4 7l8 6.5L20 7",
  done: "m5.5 12.5 4.5 4.5 8.5-10",
  button: "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M10 8.5l5 3.5-5 3.5z",
  clock: "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M12 7.5V12l3 2.5",
  quiet: "M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5l1.5 1.5H5zM10 20.5h4M4 3.5l16.5 17.5",
  key: "M8 11.5a4 4 0 1 0 0 8a4 4 0 1 0 0-8M11 12.5l8.5-8.5M16 7.5l2.5 2.5M13.5 10l2 2",
  lost: "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.5 15.5l5 5M8.5 8.5l4 4M12.5 8.5l-4 4",
  again: "M19.5 12a7.5 7.5 0 1 1-2.5-5.600M17.5 2.5v4.5H13",
} as const;

export type Mark = keyof typeof MARKS;
