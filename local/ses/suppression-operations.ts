import * as z from "zod";
import { mailAddress } from "./mail-address.ts";
import type { SesCall } from "./ses-call.ts";
import { inputFrom } from "./ses-input.ts";
import { badRequest, notFound } from "./ses-refusal.ts";
import type { SesStore } from "./ses-store.ts";
import type { SuppressedAddress } from "./suppression-list.ts";

const PutInput = z.object({ EmailAddress: z.string(), Reason: z.enum(["BOUNCE", "COMPLAINT"]) });

const DEFAULT_PAGE = 1000;

export function putSuppressed(store: SesStore, { body }: SesCall): object {
  const { EmailAddress, Reason } = inputFrom(PutInput, body);
  store.suppression.put(mailAddress(EmailAddress).address, Reason, store.now());
  return {};
}

export function getSuppressed(store: SesStore, { name }: SesCall): object {
  const found = store.suppression.get(name);
  if (!found) throw missing(name);
  return { SuppressedDestination: { ...summary(found), Attributes: {} } };
}

export function deleteSuppressed(store: SesStore, { name }: SesCall): object {
  if (!store.suppression.delete(name)) throw missing(name);
  return {};
}

/** ListSuppressedDestinations, filtered and paged; the token is the place to go on from. */
export function listSuppressed(store: SesStore, { query }: SesCall): object {
  const reasons = query.getAll("Reason");
  const from = Date.parse(query.get("StartDate") ?? "") || 0;
  const to = Date.parse(query.get("EndDate") ?? "") || Number.POSITIVE_INFINITY;
  const start = Number(query.get("NextToken") ?? 0);
  if (!Number.isInteger(start) || start < 0) throw badRequest("NextToken is invalid.");
  const page = Number(query.get("PageSize") ?? DEFAULT_PAGE);
  const found = store.suppression
    .list()
    .filter(({ reason, at }) => (reasons.length === 0 || reasons.includes(reason)) && at >= from && at <= to);
  return {
    SuppressedDestinationSummaries: found.slice(start, start + page).map(summary),
    ...(found.length > start + page && { NextToken: String(start + page) }),
  };
}

function summary({ address, reason, at }: SuppressedAddress): object {
  return { EmailAddress: address, Reason: reason, LastUpdateTime: at / 1000 };
}

function missing(address: string) {
  return notFound(`Email address ${address} does not exist on your suppression list.`);
}
