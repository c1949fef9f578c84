"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { saveNews } from "@/lib/services/news/manage-news";
import { lineOf } from "../reglages/schema";
import { newsSchema } from "./schema";

/** Adds a piece of news, or changes one. */
export const saveTownNews = action({
  name: "news.save",
  role: "agent",
  schema: newsSchema,
  authorize: permitted["manage-news"],
  keepsTyped: true,
  run: (ctx, { id, shown, idempotencyKey, ...setting }) =>
    saveNews(ctx, { line: lineOf({ id, shown }), setting, idempotencyKey }),
  redirectTo: (_input, { id }) => `/admin/actualites?enregistre=${id}`,
});
