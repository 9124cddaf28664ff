"use client";

import Link from "next/link";
import type { Present } from "@/features/case/schema";
import { initials } from "@/ui/initials";
import { Popover } from "@/ui/popover";

/** Those shown by their initials; the others are in the list. */
const SHOWN = 3;

/** Who else looks at this case now, and at which page; a press opens the list, whose lines lead there. */
export function PeopleHere({ people, base }: { people: Present[]; base: string }) {
  if (people.length === 0) return null;
  const more = people.length - SHOWN;
  return (
    <Popover
      title="Also here"
      align="end"
      trigger={
        <button
          type="button"
          aria-label={`Also here: ${people.map(({ user }) => user.name).join(", ")}`}
          className="inline-flex items-center rounded-md -space-x-1.5 rtl:space-x-reverse pointer-coarse:min-h-10"
        >
          {people.slice(0, SHOWN).map(({ user }) => (
            <span
              key={user.id}
              aria-hidden="true"
              className="inline-flex size-6 items-center justify-center rounded-full border border-paper bg-wash font-medium text-2xs text-ink-2"
            >
              {initials(user.name)}
            </span>
          ))}
          {more > 0 ? <span className="ps-2 text-ink-3 text-xs">+{more}</span> : null}
        </button>
      }
    >
      <ul className="flex flex-col gap-1 text-sm">
        {people.map(({ user, place }) => (
          <li key={user.id}>
            <bdi className="font-medium">{user.name}</bdi>{" "}
            <Link className="link" href={place ? `${base}/${place}` : base}>
              {placeName(place)}
            </Link>
          </li>
        ))}
      </ul>
    </Popover>
  );
}

/** "claims/12" is C-12. */
function placeName(place: string): string {
  const [room = "", which] = place.split("/");
  if (room === "claims" && which) return `C-${which}`;
  if (room === "conflicts" && which) return `the conflict C-${which}`;
  if (room === "articles" && which) return which === "new" ? "adding an article" : "an article";
  if (room === "claims") return "the sheet";
  return room === "" ? "the case" : `the ${room.replaceAll("-", " ")}`;
}
