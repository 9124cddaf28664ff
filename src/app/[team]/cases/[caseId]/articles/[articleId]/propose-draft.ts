import type { Span } from "@/anchoring/selectors";
import { readEdtf } from "@/dates/edtf-bounds";
import { formatVagueDate } from "@/dates/format-vague-date";
import type { Article } from "@/features/article/schema";
import type { KnownOutlet } from "@/features/claim/components/attribution-field";
import { indexNames } from "@/features/claim/rules/outlet-mentions";
import { propose } from "@/features/claim/rules/proposals";
import { newDraft, type OpenComposer } from "../../_desk/use-composer";

type Situation = { article: Article; span: Span; outlets: KnownOutlet[] };

/**
 * How the composer opens over selected words: the words themselves as the statement, and what the sentence around them
 * suggests of attribution and date, marked as proposed until a person saves.
 */
export function proposeDraft({ article, span, outlets }: Situation): Omit<OpenComposer, "claimId" | "version"> {
  const text = article.text ?? "";
  const { attribution, reportedOn, occurredOn } = propose({
    text,
    blocks: article.blocks,
    quote: span,
    names: indexNames(
      outlets.flatMap(({ id, name, aliases }) =>
        [name, ...aliases].map((each) => ({ outletId: id, outlet: name, name: each })),
      ),
    ),
    articleOutletId: article.outlet.id,
    publishedOn: dayOf(article.publishedOn),
  });
  return {
    span,
    draft: newDraft({
      statement: text.slice(span.start, span.end).replace(/\s+/g, " "),
      attribution: attribution?.value.steps ?? [],
      newOutlets: attribution?.value.newOutlets ?? [],
      reportedOn: reportedOn?.value.edtf ?? article.publishedOn ?? "",
      occurredOn: occurredOn?.value.edtf ?? "",
    }),
    proposed: {
      attribution: attribution?.why ?? null,
      occurredOn: occurredOn ? `proposed: ${formatVagueDate(occurredOn.value.edtf)}, ${occurredOn.why}` : null,
    },
  };
}

/** The last day an article may have been published: what "yesterday" in it counts from. */
function dayOf(publishedOn: string | null): string | null {
  const reading = publishedOn ? readEdtf(publishedOn) : null;
  return reading && "max" in reading ? reading.max : null;
}
