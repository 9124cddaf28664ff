import type { ComboOption } from "@/ui/combobox-options";

const TAGS = [
  ..."ar en fa ku ckb tr he ur ps fr de es it pt nl ru uk pl cs sk hu ro bg sr hr bs sq el sv da nb fi et lv lt".split(
    " ",
  ),
  ..."hy ka az kk uz tg tk hi bn pa ta te ml si ne zh ja ko vi th id ms tl sw am ti so ha yo ig om rw".split(" "),
];

const inEnglish = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });

/** The language's English name, else its tag; null where it is unknown. */
export function languageName(tag: string): string | null {
  if (tag === "" || tag === "und") return null;
  try {
    return inEnglish.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function ownName(tag: string): string | null {
  return new Intl.DisplayNames([tag], { type: "language", fallback: "none" }).of(tag) ?? null;
}

/** The languages offered by name, found by their own name and their tag, too. Any other tag can be typed. */
export const LANGUAGES: ComboOption[] = TAGS.map((tag) => ({
  value: tag,
  label: languageName(tag) ?? tag,
  detail: tag,
  aliases: [tag, ownName(tag) ?? tag],
})).sort((a, b) => a.label.localeCompare(b.label, "en"));
