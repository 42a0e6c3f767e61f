import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Route, Router, Switch } from "wouter";
import { consoleQueries } from "./data/query-client.ts";
import { readableGreys, theme } from "./look/theme.ts";
import { ConsoleShell } from "./shell/console-shell.tsx";
import { NotFound } from "./shell/not-found.tsx";
import { RoomBoundary } from "./shell/room-boundary.tsx";
import { SessionGate } from "./shell/session-gate.tsx";
import { Waiting } from "./shell/waiting.tsx";
import { LanguageProvider } from "./words/language.tsx";

// Each room is its own download, so that the first screen stays light.
const HomeRoom = lazy(() => import("./home/home-room.tsx").then((room) => ({ default: room.HomeRoom })));
const TemplatesRoom = lazy(() =>
  import("./templates/templates-room.tsx").then((room) => ({ default: room.TemplatesRoom })),
);
const ImportRoom = lazy(() => import("./templates/import-room.tsx").then((room) => ({ default: room.ImportRoom })));
const EditorRoom = lazy(() => import("./templates/editor-room.tsx").then((room) => ({ default: room.EditorRoom })));
const ContactsRoom = lazy(() =>
  import("./contacts/contacts-room.tsx").then((room) => ({ default: room.ContactsRoom })),
);
const SendingRoom = lazy(() => import("./sending/sending-room.tsx").then((room) => ({ default: room.SendingRoom })));
const SuppressionImportRoom = lazy(() =>
  import("./suppression-import/import-room.tsx").then((room) => ({ default: room.SuppressionImportRoom })),
);
const CostsRoom = lazy(() => import("./costs/costs-room.tsx").then((room) => ({ default: room.CostsRoom })));
const RewardsRoom = lazy(() => import("./rewards/rewards-room.tsx").then((room) => ({ default: room.RewardsRoom })));
const FormRoom = lazy(() => import("./form/form-room.tsx").then((room) => ({ default: room.FormRoom })));
const ContactRoom = lazy(() => import("./contacts/contact-room.tsx").then((room) => ({ default: room.ContactRoom })));

export function App() {
  const [queries] = useState(consoleQueries);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={readableGreys} defaultColorScheme="auto">
      <Notifications position="bottom-right" />
      <LanguageProvider>
        <QueryClientProvider client={queries}>
          <Router base="/console">
            <SessionGate>
              <ConsoleShell>
                <Rooms />
              </ConsoleShell>
            </SessionGate>
          </Router>
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  );
}

function Rooms() {
  return (
    <RoomBoundary>
      <Suspense fallback={<Waiting />}>
        <Switch>
          <Route path="/" component={HomeRoom} />
          <Route path="/templates" component={TemplatesRoom} />
          <Route path="/templates/new/import" component={ImportRoom} />
          <Route path="/templates/:name">{({ name }) => <EditorRoom key={name} name={name} />}</Route>
          <Route path="/contacts" component={ContactsRoom} />
          <Route path="/contacts/:id">{({ id }) => <ContactRoom key={id} id={id} />}</Route>
          <Route path="/sending" component={SendingRoom} />
          <Route path="/sending/import" component={SuppressionImportRoom} />
          <Route path="/costs" component={CostsRoom} />
          <Route path="/rewards" component={RewardsRoom} />
          <Route path="/form" component={FormRoom} />
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </RoomBoundary>
  );
}
