"use client";

import { LogOut, Settings, Users } from "lucide-react";
import type { Role } from "@/platform/actor";
import { initials } from "@/ui/initials";
import { Menu, MenuGroup, MenuItem, MenuLink, MenuSeparator } from "@/ui/menu";
import { leave } from "./sign-out";

type Team = { slug: string; name: string };

type UserMenuProps = { name: string; role: Role; team: Team; teams: Team[] };

/** Who I am here, my other teams, and the way out. */
export function UserMenu({ name, role, team, teams }: UserMenuProps) {
  const others = teams.filter((each) => each.slug !== team.slug);
  return (
    <Menu
      label="You"
      align="end"
      trigger={
        <button
          type="button"
          aria-label={`You: ${name}`}
          className="inline-flex size-8 shrink-0 items-center justify-center rounded-md bg-wash font-medium text-ink-2 text-xs hover:text-ink pointer-coarse:size-10"
        >
          {initials(name)}
        </button>
      }
    >
      <p className="px-3 pt-1.5 pb-1 text-sm">
        <bdi className="font-medium">{name}</bdi>
        <span className="block text-ink-3 text-xs">
          {role} in <bdi>{team.name}</bdi>
        </span>
      </p>
      <MenuSeparator />
      <MenuLink href={`/${team.slug}/settings`} icon={<Settings />}>
        Settings
      </MenuLink>
      {others.length > 0 ? (
        <MenuGroup label="Other teams">
          {others.map((other) => (
            <MenuLink key={other.slug} href={`/${other.slug}/cases`} icon={<Users />}>
              <bdi>{other.name}</bdi>
            </MenuLink>
          ))}
        </MenuGroup>
      ) : null}
      <MenuSeparator />
      <MenuItem icon={<LogOut />} onSelect={() => void leave()}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
