-- AlterTable
ALTER TABLE "lead_fact" ADD COLUMN     "out_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "handoff_fact" ADD COLUMN     "customer_at" TIMESTAMPTZ(3),
ADD COLUMN     "sql_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "saved_report" (
    "workspace_id" UUID NOT NULL,
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "report" TEXT NOT NULL,
    "question" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_report_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "published_pack" (
    "workspace_id" UUID NOT NULL,
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "question" JSONB NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "document" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "published_pack_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_report_workspace_id_name_key" ON "saved_report"("workspace_id", "name");

-- CreateIndex
CREATE INDEX "transition_workspace_id_to_stage_id_occurred_at_idx" ON "transition"("workspace_id", "to_stage_id", "occurred_at");

-- AddForeignKey
ALTER TABLE "saved_report" ADD CONSTRAINT "saved_report_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_pack" ADD CONSTRAINT "published_pack_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Row-level security: as in the migrations before.
ALTER TABLE "saved_report" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "saved_report" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "saved_report" TO leadstage_app;
ALTER TABLE "published_pack" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "published_pack" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
-- What was published is never changed.
GRANT SELECT, INSERT ON "published_pack" TO leadstage_app;

-- Activities and assignments belong to the span of the log: what a handoff is depends on them.
UPDATE "workspace_clock" c SET "latest_occurred_at" = greatest(c."latest_occurred_at",
  (SELECT max(a."occurred_at") FROM "activity" a WHERE a."workspace_id" = c."workspace_id"),
  (SELECT max(a."occurred_at") FROM "assignment" a WHERE a."workspace_id" = c."workspace_id"));

-- The new columns of facts are filled in the next generation; until it answers, what needs them is read from the record.
INSERT INTO "reprojection" ("workspace_id", "generation", "reason", "started_at", "time_zone")
SELECT "workspace_id", "generation" + 1, 'UPGRADE', date_trunc('milliseconds', clock_timestamp()), "rollup_time_zone" FROM "workspace_clock"
ON CONFLICT ("workspace_id", "generation") DO UPDATE SET "done_lead_id" = 0;
