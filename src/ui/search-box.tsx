"use client";

import { Search } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useRef, useTransition } from "react";
import { Input } from "./input";
import { useShortcuts } from "./keys/shortcuts";
import { Spinner } from "./spinner";

type SearchBoxProps = {
  /** Says what is searched: "Find an outlet". */
  label: string;
  /** What the address asks for now. */
  defaultValue: string;
  placeholder?: string;
  /** The parameter in the address. */
  name?: string;
};

const PAUSE_MS = 250;

/** Narrows the list of the page by words, in its address: it can be shared, and works without a script. */
export function SearchBox({ label, defaultValue, placeholder, name = "q" }: SearchBoxProps) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [pending, startTransition] = useTransition();
  useShortcuts([{ keys: "/", label, run: () => input.current?.focus() }]);
  // Other filters stay; a place in the longer list means nothing in the shorter one.
  const kept = [...params].filter(([other]) => other !== name && other !== "cursor");
  const look = (words: string) => {
    clearTimeout(timer.current);
    const next = new URLSearchParams(kept);
    if (words.trim()) next.set(name, words.trim());
    const address = next.size > 0 ? `${pathname}?${next}` : pathname;
    timer.current = setTimeout(() => startTransition(() => router.replace(address, { scroll: false })), PAUSE_MS);
  };
  return (
    <search>
      <form action={pathname} className="relative w-56 max-w-full">
        {kept.map(([other, value]) => (
          <input key={`${other} ${value}`} type="hidden" name={other} value={value} />
        ))}
        <span aria-hidden="true" className="absolute inset-y-0 start-2.5 flex items-center text-ink-3 [&_svg]:size-4">
          {pending ? <Spinner /> : <Search />}
        </span>
        <Input
          ref={input}
          type="search"
          name={name}
          aria-label={label}
          placeholder={placeholder ?? label}
          defaultValue={defaultValue}
          onChange={(event) => look(event.currentTarget.value)}
          className="ps-8"
        />
      </form>
    </search>
  );
}
