"use client";

import { usePathname, useRouter } from "next/navigation";
import { useTransition } from "react";
import { Select } from "@/ui/select";

type OutletFilterProps = {
  outlets: { id: string; name: string }[];
  /** What the address asks for now. */
  value: string;
};

/** Narrows the conflicts to those in which a claim is attributed to an outlet. Kept in the address; works without a script. */
export function OutletFilter({ outlets, value }: OutletFilterProps) {
  const router = useRouter();
  const pathname = usePathname();
  const [pending, startTransition] = useTransition();
  const choose = (outlet: string) => {
    const query = outlet ? `?${new URLSearchParams({ outlet })}` : "";
    startTransition(() => router.replace(pathname + query, { scroll: false }));
  };
  return (
    <form action={pathname} aria-busy={pending}>
      <Select
        key={value}
        name="outlet"
        aria-label="Outlet"
        className="w-52"
        placeholder="Any outlet"
        defaultValue={value}
        options={outlets.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <noscript>
        <button type="submit">Show</button>
      </noscript>
    </form>
  );
}
