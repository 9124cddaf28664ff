import { outletKey } from "../rules";

export type CarriedForm = { name: string; carrier: string };

/** "The Nation (All Africa)" as the outlet's name and its carrier's; null for a name that is not of this form. */
export function carriedForm(text: string): CarriedForm | null {
  const trimmed = text.trim();
  const open = trimmed.lastIndexOf("(");
  if (open < 0 || !trimmed.endsWith(")")) return null;
  const name = trimmed.slice(0, open).trim();
  const carrier = trimmed.slice(open + 1, -1).trim();
  return outletKey(name) === "" || outletKey(carrier) === "" || carrier.includes(")") ? null : { name, carrier };
}
