/** The assembly asks for something that the local runtime does not do; going on would hide a difference to the cloud. */
export class AssemblyError extends Error {
  constructor(where: { stack: string; logicalId?: string; type?: string }, problem: string) {
    const named = [where.stack, where.logicalId, where.type === undefined ? undefined : `(${where.type})`];
    super(`${named.filter((part) => part !== undefined).join(" ")}: ${problem}`);
    this.name = "AssemblyError";
  }
}
