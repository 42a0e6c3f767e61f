import { findBrand } from "../../brand/find-brand.ts";
import { json } from "../respond.ts";
import { readSession } from "../routes/console-session.ts";
import { answers, type ConsoleAnswer } from "./console-answer.ts";

/** Who sits at the console. */
export const sessionAnswers: readonly ConsoleAnswer[] = [
  answers(readSession, async ({ staff: { email, role, expiresAt } }) => {
    const brand = await findBrand();
    return json(200, { email, role, brandName: brand.name, expiresAt });
  }),
];
