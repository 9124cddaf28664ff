"use client";

import { attempt, sayFailure } from "@/ui/attempt";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { LinkButton } from "@/ui/link-button";
import { Progress } from "@/ui/progress";
import { RelativeTime } from "@/ui/relative-time";
import { toast } from "@/ui/toast";
import { closeRoundAction } from "../actions";
import type { Round } from "../schema";

type RoundListProps = { team: string; base: string; rounds: Round[]; userId: string; draws: boolean };

/** Every round with how far it is, and the way in for its judges. */
export function RoundList({ team, base, rounds, userId, draws }: RoundListProps) {
  return (
    <ol aria-label="Blind rounds" className="border-hairline border-t">
      {rounds.map((round) => {
        const all = round.units * round.perUnit;
        return (
          <li key={round.id} className="flex flex-col gap-2 border-hairline border-b py-3 text-sm">
            <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
              <p className="min-w-0">
                <bdi className="font-medium text-base">{round.title}</bdi>{" "}
                {round.open ? <Badge>open</Badge> : <Badge>over</Badge>}
                <span className="block text-ink-3 text-xs">
                  {round.units === 1 ? `one ${round.of.slice(0, -1)}` : `${round.units} ${round.of}`}, {round.perUnit}{" "}
                  judges each; drawn by <bdi>{round.drawnBy.name}</bdi>
                  {round.until ? (
                    <>
                      , {round.open ? "ends" : "ended"} <RelativeTime at={round.until} show="time" />
                    </>
                  ) : null}
                </span>
              </p>
              <span className="flex flex-wrap gap-2">
                {round.open && round.judges.some(({ id }) => id === userId) ? (
                  <LinkButton variant="primary" size="sm" href={`${base}/rounds/${round.id}`}>
                    Judge
                  </LinkButton>
                ) : null}
                {round.open && draws ? <Close team={team} round={round} /> : null}
                {round.open ? null : (
                  <LinkButton size="sm" href={`${base}/agreement`}>
                    Agreement
                  </LinkButton>
                )}
              </span>
            </div>
            <Progress label="Answers" value={round.done} max={all} />
            <p className="text-ink-2 text-xs">
              {round.judges.map(({ id, name, done }, index) => (
                <span key={id}>
                  {index > 0 ? ", " : ""}
                  <bdi>{name}</bdi> {done}
                </span>
              ))}
            </p>
          </li>
        );
      })}
    </ol>
  );
}

function Close({ team, round }: { team: string; round: Round }) {
  const close = async () => {
    const outcome = await attempt(() => closeRoundAction(team, { roundId: round.id }));
    if (outcome.ok) toast.success("The round is over: what was judged is open to the team");
    else sayFailure(outcome);
  };
  return (
    <ConfirmDialog
      title={`Close ${round.title}?`}
      description="Nobody judges in it any more, and everybody sees what was said. It cannot be opened again."
      confirm="Close it"
      trigger={<Button size="sm">Close</Button>}
      onConfirm={close}
    />
  );
}
