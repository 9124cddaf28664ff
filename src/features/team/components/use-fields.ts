import { useState } from "react";

/** The texts of a small form, and what ties an input to one of them. */
export function useFields<K extends string>(blank: Record<K, string>) {
  const [fields, setFields] = useState(blank);
  const bind = (name: K) => ({
    name,
    value: fields[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => {
      const { value } = event.currentTarget;
      setFields((before) => ({ ...before, [name]: value }));
    },
  });
  return { fields, bind, clear: () => setFields(blank) };
}
