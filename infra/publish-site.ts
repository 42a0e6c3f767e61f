import { createReadStream } from "node:fs";
import { glob, stat } from "node:fs/promises";
import path from "node:path";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";

const CONTENT_TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/** A file of the site, and how it is to be served. */
export interface SiteFile {
  key: string;
  contentType: string;
  cacheControl: string;
}

/** Lists the files of the site in the order in which they may appear: a document only after what it refers to. */
export async function siteFiles(folder: string): Promise<SiteFile[]> {
  const names = await Array.fromAsync(glob("**/*.*", { cwd: folder }));
  const documentsLast = (name: string) => (name.endsWith(".html") ? 1 : 0);
  return names.sort((a, b) => documentsLast(a) - documentsLast(b) || a.localeCompare(b)).map(siteFile);
}

// No custom resource does this: a deployment would need a function of CDK's own, in another language, only to copy files.
/** Uploads the site. Nothing is deleted, so a console that is open during a deployment keeps finding its files. */
export async function publishSite(folder: string, bucket: string): Promise<number> {
  const s3 = new S3Client({});
  const files = await siteFiles(folder);
  for (const { key, contentType, cacheControl } of files) {
    const file = path.join(folder, key);
    const upload = { Bucket: bucket, Key: key, ContentType: contentType, CacheControl: cacheControl };
    const { size } = await stat(file);
    await s3.send(new PutObjectCommand({ ...upload, Body: createReadStream(file), ContentLength: size }));
  }
  return files.length;
}

function siteFile(name: string): SiteFile {
  const key = name.split(path.sep).join("/");
  const contentType = CONTENT_TYPES[path.extname(key)];
  if (!contentType) throw new Error(`${key}: add the content type of ${path.extname(key)} to infra/publish-site.ts`);
  return { key, contentType, cacheControl: cacheControl(key) };
}

function cacheControl(key: string): string {
  if (key.endsWith(".html") || key === "openapi.json") return "no-cache";
  // The console's files carry a hash of their content in their names; the pages' assets keep theirs.
  return key.startsWith("console/assets/") ? "public, max-age=31536000, immutable" : "public, max-age=300";
}
