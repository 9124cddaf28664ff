import type { loadOutletNames } from "@/features/outlet/loaders";
import type { ComboOption } from "@/ui/combobox-options";

type KnownName = Awaited<ReturnType<typeof loadOutletNames>>[number];

/** Outlets as a box with names offers them: found by every alias. */
export function outletOptions(names: KnownName[]): ComboOption[] {
  const options = new Map<string, ComboOption & { aliases: string[] }>();
  for (const { outletId, outlet, name } of names) {
    const option = options.get(outletId) ?? { value: outletId, label: outlet, aliases: [] };
    if (name !== outlet) option.aliases.push(name);
    options.set(outletId, option);
  }
  return [...options.values()].map((option) =>
    option.aliases.length > 0 ? { ...option, detail: option.aliases.join(", ") } : option,
  );
}
