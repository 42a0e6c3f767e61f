import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { ImportTemplate, PreviewData, TemplateLocale, TemplateSource } from "../../api/schema.d.ts";
import { api } from "./api.ts";
import { answered } from "./request-problem.ts";

export const templateList = queryOptions({
  queryKey: ["templates"],
  queryFn: async ({ signal }) => {
    const query = { limit: 100 };
    return (await answered(api.GET("/v1/console/templates", { params: { query }, signal }))).items;
  },
});

export function templateByName(name: string) {
  return queryOptions({
    queryKey: ["templates", name],
    queryFn: ({ signal }) => answered(api.GET("/v1/console/templates/{name}", { params: { path: { name } }, signal })),
    // The editor owns the text once it is open: no refetch may slip under somebody's typing.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

export type PreviewRequest = { source: TemplateSource; locale: TemplateLocale; data: PreviewData };

export function templatePreview(name: string, body: PreviewRequest) {
  return queryOptions({
    queryKey: ["previews", name, body],
    queryFn: ({ signal }) =>
      answered(api.POST("/v1/console/templates/{name}/preview", { params: { path: { name } }, body, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
  });
}

export function saveTemplateDraft(name: string, body: { revision: number; source: TemplateSource }) {
  return answered(api.PUT("/v1/console/templates/{name}/draft", { params: { path: { name } }, body }));
}

export function publishTemplate(name: string, revision: number) {
  const params = { path: { name } };
  return answered(api.POST("/v1/console/templates/{name}/publish", { params, body: { revision } }));
}

/** Lets only the fields of a template be changed from now on, or everything again. */
export function lockTemplate(name: string, locked: boolean) {
  return answered(api.PUT("/v1/console/templates/{name}/lock", { params: { path: { name } }, body: { locked } }));
}

export function rollbackTemplate(name: string, version: number) {
  const params = { path: { name } };
  return answered(api.POST("/v1/console/templates/{name}/rollback", { params, body: { version } }));
}

/** What would become of a foreign template; nothing is saved by it. */
export function importTemplate(name: string, body: ImportTemplate) {
  return answered(api.POST("/v1/console/templates/{name}/import", { params: { path: { name } }, body }));
}

export function sendTest(name: string, body: PreviewRequest) {
  // A new key each time: pressing the button again means another mail; a retried request does not.
  const header = { "idempotency-key": crypto.randomUUID() };
  return answered(api.POST("/v1/console/templates/{name}/test", { params: { path: { name }, header }, body }));
}
