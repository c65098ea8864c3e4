-- CreateEnum
CREATE TYPE "crm_meaning" AS ENUM ('STAGE', 'OUT', 'IGNORED');

-- CreateEnum
CREATE TYPE "delivery_status" AS ENUM ('PENDING', 'DELIVERED', 'DEAD');

-- CreateEnum
CREATE TYPE "alert_type" AS ENUM ('RESPONSE_DUE_SOON', 'RESPONSE_OVERDUE', 'DECISION_DUE_SOON', 'DECISION_OVERDUE');

-- DropIndex
DROP INDEX "cost_entry_workspace_id_external_id_key";

-- A correction voids the entry that stands and takes over its external id.
CREATE UNIQUE INDEX "cost_entry_workspace_id_external_id_standing_key" ON "cost_entry"("workspace_id", "external_id") WHERE "voided_at" IS NULL;

-- DropIndex
DROP INDEX "lead_fact_workspace_id_entered_01_idx";

-- DropIndex
DROP INDEX "lead_fact_workspace_id_entered_02_idx";

-- DropIndex
DROP INDEX "lead_fact_workspace_id_entered_03_idx";

-- DropIndex
DROP INDEX "lead_fact_workspace_id_entered_04_idx";

-- DropIndex
DROP INDEX "lead_fact_workspace_id_entered_05_idx";

-- DropIndex
DROP INDEX "lead_fact_workspace_id_entered_06_idx";

-- DropIndex
DROP INDEX "lead_fact_workspace_id_entered_07_idx";

-- DropIndex
DROP INDEX "lead_fact_workspace_id_entered_08_idx";

-- DropIndex
DROP INDEX "lead_fact_workspace_id_entered_09_idx";

-- DropIndex
DROP INDEX "lead_fact_workspace_id_entered_10_idx";

-- DropIndex
DROP INDEX "lead_fact_workspace_id_entered_11_idx";

-- DropIndex
DROP INDEX "lead_fact_workspace_id_entered_12_idx";

-- DropIndex
DROP INDEX "lead_fact_workspace_id_entered_13_idx";

-- DropIndex
DROP INDEX "lead_fact_workspace_id_entered_14_idx";

-- DropIndex
DROP INDEX "lead_fact_workspace_id_entered_15_idx";

-- DropIndex
DROP INDEX "lead_fact_workspace_id_entered_16_idx";

-- AlterTable
ALTER TABLE "cost_entry" ADD COLUMN     "void_reason" TEXT;

-- AlterTable
ALTER TABLE "lead_fact" ADD COLUMN "generation" INTEGER;
UPDATE "lead_fact" SET "generation" = c."rollup_generation"
FROM "workspace_clock" c WHERE c."workspace_id" = "lead_fact"."workspace_id";
ALTER TABLE "lead_fact" ALTER COLUMN "generation" SET NOT NULL,
DROP CONSTRAINT "lead_fact_pkey",
ADD CONSTRAINT "lead_fact_pkey" PRIMARY KEY ("workspace_id", "generation", "lead_id");

-- AlterTable
ALTER TABLE "stage_definition" DROP COLUMN "crm_values";

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "domain" TEXT,
ADD COLUMN     "target" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "tier" TEXT;

-- AlterTable
ALTER TABLE "lead" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "actor" TEXT;

-- AlterTable
ALTER TABLE "workspace_clock" RENAME COLUMN "rollup_generation" TO "generation";
ALTER TABLE "workspace_clock" ADD COLUMN     "last_crm_state_id" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "last_definition_id" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "last_event_id" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "wake_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "handoff_fact" (
    "workspace_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "lead_id" BIGINT NOT NULL,
    "opened_by" BIGINT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_by" BIGINT,
    "closed_at" TIMESTAMPTZ(3),
    "outcome" "transition_kind",
    "reason" TEXT,
    "closed_into" SMALLINT,
    "owner" TEXT,
    "segment_id" INTEGER NOT NULL,
    "account_id" BIGINT,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "first_response_at" TIMESTAMPTZ(3),
    "policy_id" INTEGER,
    "policy_version" INTEGER,
    "response_due_at" TIMESTAMPTZ(3),
    "response_due_soon_at" TIMESTAMPTZ(3),
    "decision_due_at" TIMESTAMPTZ(3),
    "decision_due_soon_at" TIMESTAMPTZ(3),

    CONSTRAINT "handoff_fact_pkey" PRIMARY KEY ("workspace_id","generation","lead_id","opened_by")
);

-- CreateTable
CREATE TABLE "crm_mapping" (
    "workspace_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "value_key" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "value" TEXT NOT NULL,
    "meaning" "crm_meaning" NOT NULL,
    "stage_id" SMALLINT,

    CONSTRAINT "crm_mapping_pkey" PRIMARY KEY ("workspace_id","field","value_key","recorded_at")
);

-- CreateTable
CREATE TABLE "rule" (
    "workspace_id" UUID NOT NULL,
    "id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "target_stage_id" SMALLINT NOT NULL,
    "condition" JSONB NOT NULL,
    "enabled_at" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "rule_pkey" PRIMARY KEY ("workspace_id","id","version")
);

-- CreateTable
CREATE TABLE "goal" (
    "workspace_id" UUID NOT NULL,
    "id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "stage_id" SMALLINT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "target" INTEGER NOT NULL,
    "filter" JSONB NOT NULL DEFAULT '{}',
    "at_risk_below" DECIMAL(6,4),
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "at_risk_since" TIMESTAMPTZ(3),

    CONSTRAINT "goal_pkey" PRIMARY KEY ("workspace_id","id","version")
);

-- CreateTable
CREATE TABLE "benchmark" (
    "workspace_id" UUID NOT NULL,
    "id" INTEGER NOT NULL,
    "metric" TEXT NOT NULL,
    "stage" TEXT,
    "value" DECIMAL(20,6) NOT NULL,
    "definition" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "published_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "benchmark_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "merge" (
    "workspace_id" UUID NOT NULL,
    "lead_id" BIGINT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "into_lead_id" BIGINT NOT NULL,
    "actor" TEXT,

    CONSTRAINT "merge_pkey" PRIMARY KEY ("workspace_id","lead_id","recorded_at")
);

-- CreateTable
CREATE TABLE "crm_state" (
    "workspace_id" UUID NOT NULL,
    "id" BIGINT NOT NULL,
    "lead_id" BIGINT NOT NULL,
    "external_id" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "value_key" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "crm_state_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "webhook" (
    "workspace_id" UUID NOT NULL,
    "id" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "events" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "event" (
    "workspace_id" UUID NOT NULL,
    "id" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "lead_id" BIGINT,
    "payload" JSONB NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "workspace_id" UUID NOT NULL,
    "event_id" BIGINT NOT NULL,
    "webhook_id" INTEGER NOT NULL,
    "status" "delivery_status" NOT NULL DEFAULT 'PENDING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3),
    "last_status" INTEGER,
    "last_error" TEXT,
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("workspace_id","event_id","webhook_id")
);

-- CreateTable
CREATE TABLE "business_calendar" (
    "workspace_id" UUID NOT NULL,
    "id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "effective_from" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "hours" JSONB NOT NULL,
    "country" TEXT,
    "region" TEXT,
    "days" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "business_calendar_pkey" PRIMARY KEY ("workspace_id","id","version")
);

-- CreateTable
CREATE TABLE "sla_policy" (
    "workspace_id" UUID NOT NULL,
    "id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "effective_from" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "position" INTEGER NOT NULL,
    "filter" JSONB NOT NULL DEFAULT '{}',
    "first_response" JSONB,
    "decision" JSONB,
    "calendar_id" INTEGER,
    "retired" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "sla_policy_pkey" PRIMARY KEY ("workspace_id","id","version")
);

-- CreateTable
CREATE TABLE "handoff_due" (
    "workspace_id" UUID NOT NULL,
    "opened_by" BIGINT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "policy_id" INTEGER,
    "policy_version" INTEGER,
    "calendar_version" INTEGER,
    "response_due_at" TIMESTAMPTZ(3),
    "response_due_soon_at" TIMESTAMPTZ(3),
    "decision_due_at" TIMESTAMPTZ(3),
    "decision_due_soon_at" TIMESTAMPTZ(3),

    CONSTRAINT "handoff_due_pkey" PRIMARY KEY ("workspace_id","opened_by","recorded_at")
);

-- CreateTable
CREATE TABLE "handoff_alert" (
    "workspace_id" UUID NOT NULL,
    "opened_by" BIGINT NOT NULL,
    "type" "alert_type" NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "handoff_alert_pkey" PRIMARY KEY ("workspace_id","opened_by","type","due_at")
);

-- CreateTable
CREATE TABLE "saved_list" (
    "workspace_id" UUID NOT NULL,
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "question" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_list_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "workspace_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "input_hash" BYTEA NOT NULL,
    "result" JSONB,
    "lead_ids" BIGINT[] DEFAULT ARRAY[]::BIGINT[],
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateTable
CREATE TABLE "reprojection" (
    "workspace_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "definitions" JSONB NOT NULL DEFAULT '[]',
    "done_lead_id" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "reprojection_pkey" PRIMARY KEY ("workspace_id","generation")
);

-- CreateIndex
CREATE INDEX "handoff_fact_workspace_id_generation_opened_at_idx" ON "handoff_fact"("workspace_id", "generation", "opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "rule_workspace_id_key_version_key" ON "rule"("workspace_id", "key", "version");

-- CreateIndex
CREATE UNIQUE INDEX "goal_workspace_id_key_version_key" ON "goal"("workspace_id", "key", "version");

-- CreateIndex
CREATE INDEX "merge_workspace_id_into_lead_id_idx" ON "merge"("workspace_id", "into_lead_id");

-- CreateIndex
CREATE UNIQUE INDEX "crm_state_workspace_id_external_id_key" ON "crm_state"("workspace_id", "external_id");

-- CreateIndex
CREATE INDEX "event_workspace_id_lead_id_idx" ON "event"("workspace_id", "lead_id");

-- CreateIndex
CREATE UNIQUE INDEX "business_calendar_workspace_id_key_version_key" ON "business_calendar"("workspace_id", "key", "version");

-- CreateIndex
CREATE UNIQUE INDEX "sla_policy_workspace_id_key_version_key" ON "sla_policy"("workspace_id", "key", "version");

-- CreateIndex
CREATE UNIQUE INDEX "saved_list_workspace_id_name_key" ON "saved_list"("workspace_id", "name");

-- CreateIndex
CREATE INDEX "cost_entry_workspace_id_external_id_idx" ON "cost_entry"("workspace_id", "external_id");

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_generation_entered_01_idx" ON "lead_fact"("workspace_id", "generation", "entered_01") WHERE "entered_01" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_generation_entered_02_idx" ON "lead_fact"("workspace_id", "generation", "entered_02") WHERE "entered_02" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_generation_entered_03_idx" ON "lead_fact"("workspace_id", "generation", "entered_03") WHERE "entered_03" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_generation_entered_04_idx" ON "lead_fact"("workspace_id", "generation", "entered_04") WHERE "entered_04" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_generation_entered_05_idx" ON "lead_fact"("workspace_id", "generation", "entered_05") WHERE "entered_05" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_generation_entered_06_idx" ON "lead_fact"("workspace_id", "generation", "entered_06") WHERE "entered_06" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_generation_entered_07_idx" ON "lead_fact"("workspace_id", "generation", "entered_07") WHERE "entered_07" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_generation_entered_08_idx" ON "lead_fact"("workspace_id", "generation", "entered_08") WHERE "entered_08" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_generation_entered_09_idx" ON "lead_fact"("workspace_id", "generation", "entered_09") WHERE "entered_09" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_generation_entered_10_idx" ON "lead_fact"("workspace_id", "generation", "entered_10") WHERE "entered_10" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_generation_entered_11_idx" ON "lead_fact"("workspace_id", "generation", "entered_11") WHERE "entered_11" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_generation_entered_12_idx" ON "lead_fact"("workspace_id", "generation", "entered_12") WHERE "entered_12" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_generation_entered_13_idx" ON "lead_fact"("workspace_id", "generation", "entered_13") WHERE "entered_13" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_generation_entered_14_idx" ON "lead_fact"("workspace_id", "generation", "entered_14") WHERE "entered_14" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_generation_entered_15_idx" ON "lead_fact"("workspace_id", "generation", "entered_15") WHERE "entered_15" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_generation_entered_16_idx" ON "lead_fact"("workspace_id", "generation", "entered_16") WHERE "entered_16" IS NOT NULL;

-- AddForeignKey
ALTER TABLE "handoff_fact" ADD CONSTRAINT "handoff_fact_workspace_id_lead_id_fkey" FOREIGN KEY ("workspace_id", "lead_id") REFERENCES "lead"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handoff_fact" ADD CONSTRAINT "handoff_fact_workspace_id_segment_id_fkey" FOREIGN KEY ("workspace_id", "segment_id") REFERENCES "segment"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "crm_mapping" ADD CONSTRAINT "crm_mapping_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "crm_mapping" ADD CONSTRAINT "crm_mapping_workspace_id_stage_id_fkey" FOREIGN KEY ("workspace_id", "stage_id") REFERENCES "stage"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule" ADD CONSTRAINT "rule_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule" ADD CONSTRAINT "rule_workspace_id_target_stage_id_fkey" FOREIGN KEY ("workspace_id", "target_stage_id") REFERENCES "stage"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_workspace_id_stage_id_fkey" FOREIGN KEY ("workspace_id", "stage_id") REFERENCES "stage"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benchmark" ADD CONSTRAINT "benchmark_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_workspace_id_lead_id_fkey" FOREIGN KEY ("workspace_id", "lead_id") REFERENCES "lead"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_workspace_id_into_lead_id_fkey" FOREIGN KEY ("workspace_id", "into_lead_id") REFERENCES "lead"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "crm_state" ADD CONSTRAINT "crm_state_workspace_id_lead_id_fkey" FOREIGN KEY ("workspace_id", "lead_id") REFERENCES "lead"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_workspace_id_event_id_fkey" FOREIGN KEY ("workspace_id", "event_id") REFERENCES "event"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_workspace_id_webhook_id_fkey" FOREIGN KEY ("workspace_id", "webhook_id") REFERENCES "webhook"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "business_calendar" ADD CONSTRAINT "business_calendar_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sla_policy" ADD CONSTRAINT "sla_policy_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handoff_due" ADD CONSTRAINT "handoff_due_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handoff_alert" ADD CONSTRAINT "handoff_alert_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_list" ADD CONSTRAINT "saved_list_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reprojection" ADD CONSTRAINT "reprojection_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Partial indexes: what the scheduler and the deliverer look for is a small part of the table.
CREATE INDEX "handoff_fact_workspace_id_generation_open_idx" ON "handoff_fact"("workspace_id", "generation", "opened_at") WHERE "closed_at" IS NULL;
CREATE INDEX "crm_state_workspace_id_field_value_key_waiting_idx" ON "crm_state"("workspace_id", "field", "value_key") WHERE "settled_at" IS NULL;
CREATE INDEX "delivery_workspace_id_next_attempt_at_pending_idx" ON "delivery"("workspace_id", "next_attempt_at") WHERE "status" = 'PENDING';
CREATE INDEX "delivery_workspace_id_webhook_id_event_id_dead_idx" ON "delivery"("workspace_id", "webhook_id", "event_id") WHERE "status" = 'DEAD';

-- Row-level security.
ALTER TABLE "handoff_fact" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "handoff_fact" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "handoff_fact" TO leadstage_app;
ALTER TABLE "crm_mapping" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "crm_mapping" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "crm_mapping" TO leadstage_app;
ALTER TABLE "rule" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "rule" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "rule" TO leadstage_app;
ALTER TABLE "goal" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "goal" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "goal" TO leadstage_app;
ALTER TABLE "benchmark" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "benchmark" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "benchmark" TO leadstage_app;
ALTER TABLE "merge" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "merge" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "merge" TO leadstage_app;
ALTER TABLE "crm_state" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "crm_state" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "crm_state" TO leadstage_app;
ALTER TABLE "webhook" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "webhook" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "webhook" TO leadstage_app;
ALTER TABLE "event" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "event" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "event" TO leadstage_app;
ALTER TABLE "delivery" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "delivery" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "delivery" TO leadstage_app;
ALTER TABLE "business_calendar" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "business_calendar" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "business_calendar" TO leadstage_app;
ALTER TABLE "sla_policy" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "sla_policy" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "sla_policy" TO leadstage_app;
ALTER TABLE "handoff_due" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "handoff_due" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "handoff_due" TO leadstage_app;
ALTER TABLE "handoff_alert" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "handoff_alert" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "handoff_alert" TO leadstage_app;
ALTER TABLE "saved_list" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "saved_list" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "saved_list" TO leadstage_app;
ALTER TABLE "idempotency_key" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "idempotency_key" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "idempotency_key" TO leadstage_app;
ALTER TABLE "reprojection" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "reprojection" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "reprojection" TO leadstage_app;

-- Workspaces that exist get their handoffs from the record: the next generation of their projections is made by the
-- server while the present one answers.
INSERT INTO "reprojection" ("workspace_id", "generation", "reason", "started_at", "time_zone")
SELECT "workspace_id", "generation" + 1, 'REBUILD', date_trunc('milliseconds', clock_timestamp()), "rollup_time_zone" FROM "workspace_clock";
