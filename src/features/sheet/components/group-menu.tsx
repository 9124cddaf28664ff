"use client";

import { Rows3 } from "lucide-react";
import { Button } from "@/ui/button";
import { Menu, MenuRadioGroup, MenuRadioItem } from "@/ui/menu";
import { Grouping } from "../schema";

const WORDS: Record<Grouping, string> = {
  none: "Not grouped",
  outlet: "By outlet",
  article: "By article",
  tag: "By tag",
  conflict: "By conflict",
};

/** Puts the rows under headings. */
export function GroupMenu({ group, onGroup }: { group: Grouping; onGroup: (group: Grouping) => void }) {
  return (
    <Menu
      label="Groups"
      align="end"
      trigger={
        <Button icon={<Rows3 />} aria-haspopup="menu">
          {group === "none" ? "Group" : WORDS[group]}
        </Button>
      }
    >
      <MenuRadioGroup value={group} onChange={(next) => onGroup(Grouping.parse(next))}>
        {Grouping.options.map((each) => (
          <MenuRadioItem key={each} value={each}>
            {WORDS[each]}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
    </Menu>
  );
}
