import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { STORE_FILES } from "./stores.ts";

/** Forgets everything in a data folder. Only our own files go: the folder may be anyone's. */
export function removeStores(folder: string): void {
  refuseInUse(join(folder, STORE_FILES.tables));
  for (const file of Object.values(STORE_FILES)) {
    for (const ending of ["", "-wal", "-shm"]) rmSync(join(folder, file + ending), { force: true });
  }
}

// Taking the files from under a running product would leave it writing into nowhere.
function refuseInUse(file: string): void {
  if (!existsSync(file)) return;
  const database = new DatabaseSync(file);
  try {
    database.exec("BEGIN EXCLUSIVE; ROLLBACK");
  } catch (cause) {
    throw new Error(`${file} is in use by another process. Stop that process, or choose another DATA_DIR.`, { cause });
  } finally {
    database.close();
  }
}
