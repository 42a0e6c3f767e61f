import { Center } from "@mantine/core";
import { createContext, type ReactNode, useContext } from "react";
import type { StaffSession } from "../../api/schema.d.ts";
import { problemOf } from "../data/request-problem.ts";
import { useSession } from "../data/session.ts";
import { Failure } from "./failure.tsx";
import { SignInNotice } from "./sign-in-notice.tsx";
import { Waiting } from "./waiting.tsx";

const SessionContext = createContext<StaffSession | null>(null);

/** Shows the console to staff, and everybody else the way in. */
export function SessionGate({ children }: { children: ReactNode }) {
  const session = useSession();
  const status = problemOf(session.error)?.status;
  if (status === 401 || status === 403) return <SignInNotice signedIn={status === 403} />;
  if (session.data) return <SessionContext value={session.data}>{children}</SessionContext>;
  if (!session.error) return <Waiting />;
  return (
    <Center mih="80vh" p="md">
      <Failure error={session.error} onRetry={() => void session.refetch()} />
    </Center>
  );
}

/** The person at the console; only rooms inside the gate may ask. */
export function useStaff(): StaffSession {
  const staff = useContext(SessionContext);
  if (!staff) throw new Error("useStaff was called outside the session gate");
  return staff;
}
