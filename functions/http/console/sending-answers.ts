import { findLane, type LaneNow } from "../../lanes/find-lane.ts";
import { checkSending } from "../../mail/check-sending.ts";
import { json } from "../respond.ts";
import { readSending, type SendingLane, type SendingStanding } from "../routes/console-sending.ts";
import { answers, type ConsoleAnswer } from "./console-answer.ts";

/** What mail is sent with, and how the sending gets on. */
export const sendingAnswers: readonly ConsoleAnswer[] = [
  answers(readSending, async ({ at }) => {
    const lane = async (name: Parameters<typeof findLane>[0]) => laneOf(await findLane(name, at));
    const [{ domain, ready, checks }, transactional, marketing] = await Promise.all([
      checkSending(),
      lane("transactional"),
      lane("marketing"),
    ]);
    const standing: SendingStanding = {
      domain,
      ready,
      checks: checks.map(({ detail = null, ...check }) => ({ ...check, detail })),
      transactional,
      marketing,
    };
    return json(200, standing);
  }),
];

function laneOf(lane: LaneNow): SendingLane {
  return lane.doing === "resting" ? lane : { ...lane, because: null, until: null };
}
