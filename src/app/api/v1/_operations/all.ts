import type { Operation } from "@/platform/http/operation";
import * as account from "./account";
import * as activity from "./activity";
import * as agreement from "./agreement";
import * as articles from "./articles";
import * as cases from "./cases";
import * as claims from "./claims";
import * as comments from "./comments";
import * as conflicts from "./conflicts";
import * as intakes from "./intakes";
import * as origins from "./origins";
import * as outlets from "./outlets";
import * as overview from "./overview";
import * as presence from "./presence";
import * as relations from "./relations";
import * as rounds from "./rounds";
import * as sheet from "./sheet";
import * as views from "./views";
import * as warnings from "./warnings";

const rooms = [
  account,
  cases,
  outlets,
  articles,
  intakes,
  claims,
  relations,
  conflicts,
  origins,
  warnings,
  agreement,
  rounds,
  comments,
  overview,
  activity,
  presence,
  sheet,
  views,
];

/** Every operation of the API, in the order in which people read about them. */
export const operations = rooms.flatMap((room): Operation[] => Object.values(room) as Operation[]);
