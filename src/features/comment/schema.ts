import { z } from "zod";
import { Id, PageQuery, prose, Timestamp, Version } from "@/platform/fields";

export const CommentOn = z.enum(["claim", "relation", "conflict", "article"]).meta({ id: "CommentOn" });
export type CommentOn = z.infer<typeof CommentOn>;

/** What a comment is on; of a conflict any of its claims. */
export const CommentSubject = z.object({ type: CommentOn, id: Id });
export type CommentSubject = z.infer<typeof CommentSubject>;

const body = prose(10_000).refine((text) => text.trim() !== "", "must not be empty");

/** Who is mentioned is named in the words as well (`@Name`); here by id. */
export const AddComment = z.object({
  on: CommentSubject,
  /** The comment that it answers. */
  parent: Id.nullable().optional(),
  body,
  mentions: z.array(Id).max(50).default([]),
});
export type AddComment = z.output<typeof AddComment>;

export const EditComment = z.object({ body, mentions: z.array(Id).max(50).default([]), version: Version.optional() });

export const ListComments = PageQuery.extend({ on: CommentOn, id: Id });
export type ListComments = z.output<typeof ListComments>;

const Person = z.object({ id: Id, name: z.string() });

export const Comment = z
  .object({
    id: Id,
    caseId: Id,
    on: CommentSubject,
    parent: Id.nullable(),
    /** Empty once it was taken back. */
    body: z.string(),
    author: Person,
    mentions: z.array(Person),
    edited: z.boolean(),
    retracted: z.boolean(),
    /** Of a thread, on its first comment. */
    resolved: z.object({ by: Person, at: Timestamp }).nullable(),
    version: Version,
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Comment" });
export type Comment = z.infer<typeof Comment>;
