"use client";

type DraftNoteProps = { restored: boolean; room: boolean; onDiscard: () => void };

/** That a source was begun here before, or is too long to be begun here again. */
export function DraftNote({ restored, room, onDiscard }: DraftNoteProps) {
  if (!room) {
    return (
      <p className="text-caution text-sm">
        This source is too long to be kept in the browser: save before you leave the page.
      </p>
    );
  }
  if (!restored) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-ink-2 text-sm">
      What you had begun is back.
      <button type="button" onClick={onDiscard} className="link">
        Throw it away
      </button>
    </p>
  );
}
