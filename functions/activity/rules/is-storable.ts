/** DynamoDB holds no smaller magnitude than 1e-130, and no empty name. */
const SMALLEST = 1e-100;

/** Whether what a reporter said freely can be kept exactly as it came. */
export function isStorable(value: unknown): boolean {
  if (typeof value === "number") return isExactNumber(value);
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(isStorable);
  return Object.entries(value).every(([name, each]) => name !== "" && isStorable(each));
}

function isExactNumber(value: number): boolean {
  const size = Math.abs(value);
  return size <= Number.MAX_SAFE_INTEGER && (size === 0 || size >= SMALLEST);
}
