export type RefusalReason =
  | "address"
  | "scheme"
  | "redirects"
  | "too-large"
  | "time"
  | "type"
  | "status"
  | "unreachable"
  | "credentials"
  | "port";

/** Why a page was not fetched. The message is one sentence for whoever gave the address, and tells nothing of our network. */
export class FetchRefused extends Error {
  override name = "FetchRefused";
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}
