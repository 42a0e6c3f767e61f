/** A call of SES v2, taken apart. */
export interface SesCall {
  /** The named part of the path, for example a template's name. */
  name: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
}
