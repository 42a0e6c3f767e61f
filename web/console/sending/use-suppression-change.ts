import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNotice } from "../shell/use-notice.ts";

/** Changes the list of suppressed addresses, tells of it, and has everything that shows it read anew. */
export function useSuppressionChange<Asked, Answer>(
  change: (asked: Asked) => Promise<Answer>,
  told: (answer: Answer) => string,
  onDone: () => void,
) {
  const queries = useQueryClient();
  const notice = useNotice();
  return useMutation({
    mutationFn: change,
    onSuccess: async (answer) => {
      notice({ title: told(answer) });
      onDone();
      await Promise.all(["suppressions", "contacts"].map((first) => queries.invalidateQueries({ queryKey: [first] })));
    },
  });
}
