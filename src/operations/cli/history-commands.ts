import { verifyHistory } from "@/features/activity/queries";
import { type Command, requiredText } from "./command";
import { findCase } from "./find-case";

export const historyVerify: Command = {
  name: "history verify",
  usage: "--case C",
  summary: "Proves that no row of a case's history was altered. Prints how many there are, or names the first altered.",
  options: { case: { type: "string" } },
  required: ["case"],
  run: async (given) => {
    const { ctx, caseId } = await findCase(requiredText(given, "case"));
    const check = await verifyHistory(ctx, caseId);
    if (!check.firstAltered) return { text: String(check.rows), json: check };
    const { seq, why } = check.firstAltered;
    return { text: `Row ${seq} ${why}.`, json: check, failed: true };
  },
};
