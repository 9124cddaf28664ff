"use server";

import { action } from "@/platform/action";
import { Id } from "@/platform/fields";
import { addArticle } from "./commands/add-article";
import { changeArticle } from "./commands/change-article";
import { previewSource, proposeOutlet } from "./commands/preview-source";
import { readUpload } from "./commands/read-upload";
import { AddArticleForm, ArticleSource, ChangeArticle, ProposeOutlet } from "./schema";

/** Shows how a source would be read; nothing is kept, and the page needs no new rendering. */
export const previewArticleAction = action(ArticleSource, previewSource, { refresh: false });

export const proposeOutletAction = action(ProposeOutlet, proposeOutlet, { refresh: false });

export const addArticleAction = action(AddArticleForm, async (ctx, { text, html, file, ...about }) =>
  addArticle(ctx, { ...about, ...(await readUpload({ text, html, file })) }),
);

export const changeArticleAction = action(ChangeArticle.extend({ articleId: Id }), changeArticle);
