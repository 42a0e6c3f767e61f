import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { type HttpRequest, type HttpResponse, headerOf } from "../http/messages.ts";

type Origin = (request: HttpRequest) => HttpResponse;

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".ico": "image/x-icon",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

// Asked for again every time, and answered with 304 while nothing changed: a rebuilt console shows at once.
const CACHE_CONTROL = "no-cache";

/**
 * Serves a folder as a bucket. A path is looked up as an object key among the files that were there at the start, so no
 * path can lead out of the folder.
 */
export function bucketFiles(folder: string): Origin {
  const objects = objectsIn(folder);
  return (request) => {
    const path = objects.get(keyOf(request.path));
    // A bucket that may not be listed says the same for what is missing and for what is secret.
    if (path === undefined) return { status: 403, headers: [["content-type", "application/xml"]], body: DENIED };
    const body = readFileSync(path);
    const etag = `"${createHash("md5").update(body).digest("hex")}"`;
    const headers: [string, string][] = [
      ["content-type", TYPES[extname(path).toLowerCase()] ?? "application/octet-stream"],
      ["cache-control", CACHE_CONTROL],
      ["etag", etag],
    ];
    if (headerOf(request, "if-none-match") === etag) return { status: 304, headers, body: Buffer.alloc(0) };
    return { status: 200, headers, body };
  };
}

const DENIED = Buffer.from(
  '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
);

function objectsIn(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [relative(folder, path).split(sep).join("/"), path]));
}

function keyOf(path: string): string {
  try {
    return decodeURIComponent(path.slice(1));
  } catch {
    return "";
  }
}
