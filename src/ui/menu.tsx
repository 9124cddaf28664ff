"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./class-names";
import { Kbd } from "./kbd";

type MenuProps = {
  trigger: ReactElement;
  /** Names the menu for those who do not see its trigger. */
  label: string;
  align?: "start" | "end";
  side?: "top" | "bottom" | "inline-end";
  children: ReactNode;
};

export function Menu({ trigger, label, align = "start", side = "bottom", children }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={4} collisionPadding={8} className="z-30">
          <Base.Popup
            aria-label={label}
            data-shortcuts="off"
            className="floating max-h-(--available-height) min-w-44 max-w-80 overflow-y-auto py-1"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const itemClasses =
  "flex min-h-8 w-full items-center gap-2 px-3 py-1 text-start text-sm outline-none select-none pointer-coarse:min-h-11 data-highlighted:bg-wash data-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0";

type MenuItemProps = {
  icon?: ReactNode;
  keys?: string;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
};

export function MenuItem({ icon, keys, danger = false, disabled, onSelect, children }: MenuItemProps) {
  return (
    <Base.Item
      disabled={disabled}
      onClick={onSelect}
      className={cn(itemClasses, danger ? "text-danger" : "[&_svg]:text-ink-3")}
    >
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
      {keys ? <Kbd keys={keys} /> : null}
    </Base.Item>
  );
}

export function MenuLink({ href, icon, children }: { href: string; icon?: ReactNode; children: ReactNode }) {
  return (
    <Base.LinkItem render={<Link href={href} />} closeOnClick className={cn(itemClasses, "[&_svg]:text-ink-3")}>
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
    </Base.LinkItem>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-hairline" />;
}

export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-3 pt-1.5 pb-0.5 text-ink-3 text-xs">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

type MenuRadioGroupProps = { value: string; onChange: (value: string) => void; children: ReactNode };

export function MenuRadioGroup({ value, onChange, children }: MenuRadioGroupProps) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next) => onChange(String(next))}>
      {children}
    </Base.RadioGroup>
  );
}

export function MenuRadioItem({ value, children }: { value: string; children: ReactNode }) {
  return (
    <Base.RadioItem value={value} closeOnClick className={itemClasses}>
      <span className="size-4">
        <Base.RadioItemIndicator>
          <Check aria-hidden="true" />
        </Base.RadioItemIndicator>
      </span>
      {children}
    </Base.RadioItem>
  );
}
