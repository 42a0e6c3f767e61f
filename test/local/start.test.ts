import { describe, expect, it } from "vitest";
import { startSettings } from "../../local/start-settings.ts";

describe("npm start", () => {
  it("listens on port 3000 and keeps data in .local unless told otherwise", () => {
    const usual = startSettings({}, []);
    expect(usual).toMatchObject({ port: 3000, fresh: false });
    expect(usual.dataFolder).toMatch(/\/\.local$/);
    expect(startSettings({ PORT: "0", DATA_DIR: "/tmp/x" }, ["--fresh"])).toMatchObject({
      port: 0,
      dataFolder: "/tmp/x",
      fresh: true,
    });
  });

  it("says what is wrong with a port or a flag", () => {
    for (const PORT of ["", "http", "-1", "70000", "3000.5"])
      expect(() => startSettings({ PORT }, [])).toThrow(/PORT=3001/);
    expect(() => startSettings({}, ["--frehs"])).toThrow(/--fresh/);
  });
});
