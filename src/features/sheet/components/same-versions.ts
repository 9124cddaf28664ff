import type { CellEdit, GridRow } from "../schema";

/** The version of each claim, by its id. */
export type Versions = ReadonlyMap<string, number>;

/**
 * Which versions of claims say the same. A change that is taken back leaves the claim as it was before, with a higher
 * version: what knows the former one may then be taken back, too. A claim that somebody else changed in the meantime has
 * another version still, and the server refuses.
 */
export class SameVersions {
  private readonly newer = new Map<string, number>();

  /** What claims said at these versions, they say again. */
  restore(before: Versions, rows: readonly Pick<GridRow, "id" | "version">[]): void {
    for (const { id, version } of rows) {
      const former = before.get(id);
      if (former !== undefined && version > former) this.newer.set(`${id} ${former}`, version);
    }
  }

  /** Edits with the newest versions that say what those they name said. */
  ofNow(edits: readonly CellEdit[]): CellEdit[] {
    return edits.map((edit) =>
      edit.version === undefined ? edit : { ...edit, version: this.newest(edit.claimId, edit.version) },
    );
  }

  private newest(claimId: string, version: number): number {
    const next = this.newer.get(`${claimId} ${version}`);
    return next === undefined ? version : this.newest(claimId, next);
  }
}
