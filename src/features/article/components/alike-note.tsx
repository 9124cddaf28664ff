"use client";

import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import type { Alike } from "../schema";

type AlikeNoteProps = {
  alike: Alike[];
  hrefOf: (articleId: string) => string;
  /** The article that this one is said to repeat. */
  repeats: string | null;
  onRepeats: (articleId: string | null) => void;
  /** Adds the source as a newer version of an article that is there. */
  onVersion: (articleId: string) => void;
  pending: boolean;
};

const PERCENT = new Intl.NumberFormat("en", { style: "percent" });

/** What of this source the case has already, and what may be done about it. */
export function AlikeNote({ alike, hrefOf, repeats, onRepeats, onVersion, pending }: AlikeNoteProps) {
  if (alike.length === 0) return null;
  return (
    <section aria-label="Already in this case" className="flex flex-col gap-3 border-caution border-s-2 ps-3 text-sm">
      {alike.map((each) => (
        <div key={each.articleId} className="flex flex-col gap-1.5">
          <p>
            <Told {...each} />{" "}
            <a className="link" href={hrefOf(each.articleId)} target="_blank" rel="noopener">
              <bdi>{each.title}</bdi>
            </a>{" "}
            (<bdi>{each.outlet}</bdi>)
          </p>
          {each.passage ? (
            <blockquote dir="auto" className="line-clamp-4 border-rule border-s-2 ps-2 text-ink-2">
              {each.passage}
            </blockquote>
          ) : null}
          {each.how === "near" ? (
            <Checkbox
              checked={repeats === each.articleId}
              onChange={(event) => onRepeats(event.currentTarget.checked ? each.articleId : null)}
              label="It repeats that article"
              hint="A claim on words that both have is then recorded as repeating the other's claim."
            />
          ) : (
            <div>
              <Button size="sm" pending={pending} onClick={() => onVersion(each.articleId)}>
                Add it as a newer version of that article
              </Button>
            </div>
          )}
        </div>
      ))}
    </section>
  );
}

function Told({ how, shared }: Alike) {
  if (how === "address") return <>This address is in the case already:</>;
  if (how === "text") return <>This text is in the case already, word for word:</>;
  return <>{PERCENT.format(shared)} of the shorter text stands word for word in the other:</>;
}
