import { showSignIn, takeSignIn, takeSignInJson, takeSignOut } from "./http/answers/sign-in.ts";
import { byRoute } from "./http/by-route.ts";
import { httpHandler } from "./platform/http-handler.ts";

/** Signing in by a link, for members and staff, and signing out. */
export const handler = httpHandler(
  byRoute({
    "GET /sign-in": showSignIn,
    "POST /sign-in": takeSignIn,
    "POST /v1/sign-in": takeSignInJson,
    "POST /sign-out": takeSignOut,
  }),
);
