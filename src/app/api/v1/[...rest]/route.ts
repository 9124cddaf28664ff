import { notFound } from "@/platform/errors";
import { problemResponse } from "@/platform/http/problem";

/** An address that is none of the API's: a problem like every other, not a page. */
const nothingHere = () => problemResponse(notFound("address in this API"));

export { nothingHere as DELETE, nothingHere as GET, nothingHere as PATCH, nothingHere as POST, nothingHere as PUT };
