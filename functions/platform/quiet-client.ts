interface Client {
  middlewareStack: { remove(name: string): boolean };
}

/** A client that does not prepare its calls for a log that nobody keeps: that copies all that is asked and answered. */
export function quiet<T extends Client>(client: T): T {
  client.middlewareStack.remove("loggerMiddleware");
  return client;
}
