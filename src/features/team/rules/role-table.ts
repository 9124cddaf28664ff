import { ROLES, type Role } from "@/platform/actor";

/** Ascending: each may do what the one before it may. */
export const ROLE_NAMES: readonly Role[] = ROLES;

export const ROLE_OPTIONS = [...ROLES].reverse().map((role) => ({ value: role, label: role }));

type Row = {
  what: string;
  least: Role;
  /** The operations of the API that it means; every operation stands in one row. */
  operations: string[];
};

/**
 * Who may do what. Settings and the README show it; a test tries every operation in every role and holds the outcome
 * against it, so that it cannot say what is not so.
 */
export const ROLE_TABLE: readonly Row[] = [
  {
    what: "Read cases, articles, claims, conflicts, overviews, the history; export; keep views of one's own",
    least: "viewer",
    operations: `
      getMe listMembers listCases getCase listOutlets getOutlet getTrackRecord listArticles getArticle downloadCapture listClaims getClaim suggestClaims listRelations getRelation listConflicts getConflict getMatrix listMatrixPairs drawMatrix getGraph drawGraph getTimeline drawTimeline listWarnings getOwnReporting listSuspicions getSuspicion drawOrigins measureAgreement listAgreementUnits listRounds getRound listComments getComment listNotices readNotices listActivity findLastChange checkHistory exportHistory streamActivity listPresent markPresence leaveCase exportSheet listExports getExport listSheetRows outlineSheet placeOfClaim getImport listViews saveView getView`
      .trim()
      .split(/\s+/),
  },
  {
    what: "Open and change cases; add outlets, articles and their newer versions; set changes back",
    least: "analyst",
    operations: `
      openCase changeCase setBackChange createOutlet changeOutlet addArticle changeArticle addVersion startIntake listIntakes getIntake discardIntake`
      .trim()
      .split(/\s+/),
  },
  {
    what: "Enter, change, grade, retract and restore claims, in the sheet too",
    least: "analyst",
    operations: `
      recordClaim changeClaim retractClaim restoreClaim setBackClaim assessClaim editCells markOwnReporting unmarkOwnReporting`
      .trim()
      .split(/\s+/),
  },
  {
    what: "Judge how claims stand to each other; decide on suspected copies; dismiss warnings",
    least: "analyst",
    operations: `
      recordRelation judgeRelation takeTask answerTask withdrawJudgement decideSuspicion dismissWarning undismissWarning`
      .trim()
      .split(/\s+/),
  },
  {
    what: "Assign conflicts, write and propose findings; comment",
    least: "analyst",
    operations: `
      addComment editComment retractComment restoreComment resolveThread reopenThread assignConflict writeFinding withdrawFinding restoreFinding`
      .trim()
      .split(/\s+/),
  },
  {
    what: "Import; end exports; share views",
    least: "analyst",
    operations: `
      startImport getImportMapping mapImport writeImport cancelImport listImportRows exportRefused cancelExport changeView removeView`
      .trim()
      .split(/\s+/),
  },
  {
    what: "Draw and close blind rounds; rule on relations; merge and split outlets; sign findings of others; grade before the median",
    least: "lead",
    operations: `
      drawRound closeRound ruleOnRelation withdrawRuling mergeOutlet unmergeOutlet splitOutlet`
      .trim()
      .split(/\s+/),
  },
  {
    what: "Invite, give roles, remove people, rename the team, ask everybody for a second factor",
    least: "owner",
    operations: `
      changeRole removeMember listInvites inviteMember revokeInvite`
      .trim()
      .split(/\s+/),
  },
];
