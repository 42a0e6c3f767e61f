import { z } from "zod";

/** A property that is known and changes nothing on one machine (encryption keys, tags, descriptions). */
export const understood = z.unknown().optional();
