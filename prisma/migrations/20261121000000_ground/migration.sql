-- CreateEnum
CREATE TYPE "cost_scope" AS ENUM ('MARKETING', 'SALES');

-- CreateEnum
CREATE TYPE "standard_stage" AS ENUM ('CONTACT', 'LEAD', 'MQL', 'SQL', 'QSO', 'CUSTOMER');

-- CreateEnum
CREATE TYPE "team" AS ENUM ('MARKETING', 'SALES');

-- CreateEnum
CREATE TYPE "transition_kind" AS ENUM ('ENTERED', 'ADVANCED', 'ACCEPTED', 'REJECTED', 'RECYCLED', 'DISQUALIFIED', 'REOPENED');

-- CreateEnum
CREATE TYPE "activity_type" AS ENUM ('CALL', 'EMAIL', 'MEETING');

-- CreateTable
CREATE TABLE "cost_entry" (
    "workspace_id" UUID NOT NULL,
    "id" BIGINT NOT NULL,
    "external_id" TEXT NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,
    "given_amount" DECIMAL(20,4) NOT NULL,
    "given_currency" CHAR(3) NOT NULL,
    "exchange_rate" DECIMAL(20,10),
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "category" TEXT NOT NULL,
    "source" TEXT,
    "lead_type" TEXT,
    "campaign" TEXT,
    "cost_scope" "cost_scope" NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "cost_entry_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "segment" (
    "workspace_id" UUID NOT NULL,
    "id" INTEGER NOT NULL,
    "source" TEXT,
    "lead_type" TEXT,
    "campaign" TEXT,
    "region" TEXT,

    CONSTRAINT "segment_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "lead_fact" (
    "workspace_id" UUID NOT NULL,
    "lead_id" BIGINT NOT NULL,
    "segment_id" INTEGER NOT NULL,
    "account_id" BIGINT,
    "owner" TEXT,
    "value" DECIMAL(20,4),
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "stage_id" SMALLINT,
    "stage_since" TIMESTAMPTZ(3) NOT NULL,
    "explicit" INTEGER NOT NULL,
    "entered_01" TIMESTAMPTZ(3),
    "entered_02" TIMESTAMPTZ(3),
    "entered_03" TIMESTAMPTZ(3),
    "entered_04" TIMESTAMPTZ(3),
    "entered_05" TIMESTAMPTZ(3),
    "entered_06" TIMESTAMPTZ(3),
    "entered_07" TIMESTAMPTZ(3),
    "entered_08" TIMESTAMPTZ(3),
    "entered_09" TIMESTAMPTZ(3),
    "entered_10" TIMESTAMPTZ(3),
    "entered_11" TIMESTAMPTZ(3),
    "entered_12" TIMESTAMPTZ(3),
    "entered_13" TIMESTAMPTZ(3),
    "entered_14" TIMESTAMPTZ(3),
    "entered_15" TIMESTAMPTZ(3),
    "entered_16" TIMESTAMPTZ(3),

    CONSTRAINT "lead_fact_pkey" PRIMARY KEY ("workspace_id","lead_id")
);

-- CreateTable
CREATE TABLE "rollup_month" (
    "workspace_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "month" DATE NOT NULL,
    "segment_id" INTEGER NOT NULL,
    "base_id" SMALLINT NOT NULL,
    "stage_id" SMALLINT NOT NULL,
    "leads" INTEGER NOT NULL,

    CONSTRAINT "rollup_month_pkey" PRIMARY KEY ("workspace_id","generation","base_id","month","segment_id","stage_id")
);

-- CreateTable
CREATE TABLE "rollup_day" (
    "workspace_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "base_id" SMALLINT NOT NULL,
    "stage_id" SMALLINT NOT NULL,
    "leads" INTEGER NOT NULL,

    CONSTRAINT "rollup_day_pkey" PRIMARY KEY ("workspace_id","generation","base_id","day","stage_id")
);

-- CreateTable
CREATE TABLE "stage" (
    "workspace_id" UUID NOT NULL,
    "id" SMALLINT NOT NULL,
    "key" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stage_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "stage_definition" (
    "workspace_id" UUID NOT NULL,
    "stage_id" SMALLINT NOT NULL,
    "version" INTEGER NOT NULL,
    "effective_from" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "standard" "standard_stage",
    "team" "team" NOT NULL,
    "objective" TEXT,
    "actions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "criteria" TEXT,
    "notes" TEXT,
    "crm_values" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "retired" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "stage_definition_pkey" PRIMARY KEY ("workspace_id","stage_id","version")
);

-- CreateTable
CREATE TABLE "account" (
    "workspace_id" UUID NOT NULL,
    "id" BIGINT NOT NULL,
    "external_id" TEXT NOT NULL,
    "name" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "lead" (
    "workspace_id" UUID NOT NULL,
    "id" BIGINT NOT NULL,
    "external_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT,
    "email" TEXT,

    CONSTRAINT "lead_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "lead_version" (
    "workspace_id" UUID NOT NULL,
    "lead_id" BIGINT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "segment_id" INTEGER NOT NULL,
    "account_id" BIGINT,
    "value" DECIMAL(20,4),
    "attributes" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "lead_version_pkey" PRIMARY KEY ("workspace_id","lead_id","recorded_at")
);

-- CreateTable
CREATE TABLE "assignment" (
    "workspace_id" UUID NOT NULL,
    "lead_id" BIGINT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "owner" TEXT,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("workspace_id","lead_id","occurred_at","recorded_at")
);

-- CreateTable
CREATE TABLE "transition" (
    "workspace_id" UUID NOT NULL,
    "id" BIGINT NOT NULL,
    "lead_id" BIGINT NOT NULL,
    "external_id" TEXT NOT NULL,
    "to_stage_id" SMALLINT,
    "kind" "transition_kind",
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT,
    "reason" TEXT,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,

    CONSTRAINT "transition_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "activity" (
    "workspace_id" UUID NOT NULL,
    "id" BIGINT NOT NULL,
    "lead_id" BIGINT NOT NULL,
    "external_id" TEXT NOT NULL,
    "type" "activity_type" NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT,
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "activity_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "workspace" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workspace_clock" (
    "workspace_id" UUID NOT NULL,
    "last_recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "earliest_occurred_at" TIMESTAMPTZ(3),
    "latest_occurred_at" TIMESTAMPTZ(3),
    "last_account_id" BIGINT NOT NULL DEFAULT 0,
    "last_lead_id" BIGINT NOT NULL DEFAULT 0,
    "last_transition_id" BIGINT NOT NULL DEFAULT 0,
    "last_activity_id" BIGINT NOT NULL DEFAULT 0,
    "last_cost_entry_id" BIGINT NOT NULL DEFAULT 0,
    "last_segment_id" INTEGER NOT NULL DEFAULT 0,
    "rollup_generation" INTEGER NOT NULL DEFAULT 1,
    "rollup_time_zone" TEXT NOT NULL,

    CONSTRAINT "workspace_clock_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateTable
CREATE TABLE "workspace_settings" (
    "workspace_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "fiscal_year_start_month" SMALLINT NOT NULL,
    "week_start" SMALLINT NOT NULL,

    CONSTRAINT "workspace_settings_pkey" PRIMARY KEY ("workspace_id","recorded_at")
);

-- CreateTable
CREATE TABLE "attribute_definition" (
    "workspace_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attribute_definition_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateTable
CREATE TABLE "api_key" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "cost_entry_workspace_id_starts_on_ends_on_idx" ON "cost_entry"("workspace_id", "starts_on", "ends_on");

-- CreateIndex
CREATE UNIQUE INDEX "cost_entry_workspace_id_external_id_key" ON "cost_entry"("workspace_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "segment_workspace_id_source_lead_type_campaign_region_key" ON "segment"("workspace_id", "source", "lead_type", "campaign", "region") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_entered_01_idx" ON "lead_fact"("workspace_id", "entered_01") WHERE "entered_01" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_entered_02_idx" ON "lead_fact"("workspace_id", "entered_02") WHERE "entered_02" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_entered_03_idx" ON "lead_fact"("workspace_id", "entered_03") WHERE "entered_03" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_entered_04_idx" ON "lead_fact"("workspace_id", "entered_04") WHERE "entered_04" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_entered_05_idx" ON "lead_fact"("workspace_id", "entered_05") WHERE "entered_05" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_entered_06_idx" ON "lead_fact"("workspace_id", "entered_06") WHERE "entered_06" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_entered_07_idx" ON "lead_fact"("workspace_id", "entered_07") WHERE "entered_07" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_entered_08_idx" ON "lead_fact"("workspace_id", "entered_08") WHERE "entered_08" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_entered_09_idx" ON "lead_fact"("workspace_id", "entered_09") WHERE "entered_09" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_entered_10_idx" ON "lead_fact"("workspace_id", "entered_10") WHERE "entered_10" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_entered_11_idx" ON "lead_fact"("workspace_id", "entered_11") WHERE "entered_11" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_entered_12_idx" ON "lead_fact"("workspace_id", "entered_12") WHERE "entered_12" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_entered_13_idx" ON "lead_fact"("workspace_id", "entered_13") WHERE "entered_13" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_entered_14_idx" ON "lead_fact"("workspace_id", "entered_14") WHERE "entered_14" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_entered_15_idx" ON "lead_fact"("workspace_id", "entered_15") WHERE "entered_15" IS NOT NULL;

-- CreateIndex
CREATE INDEX "lead_fact_workspace_id_entered_16_idx" ON "lead_fact"("workspace_id", "entered_16") WHERE "entered_16" IS NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "stage_workspace_id_key_key" ON "stage"("workspace_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "account_workspace_id_external_id_key" ON "account"("workspace_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "lead_workspace_id_external_id_key" ON "lead"("workspace_id", "external_id");

-- CreateIndex
CREATE INDEX "transition_workspace_id_lead_id_occurred_at_idx" ON "transition"("workspace_id", "lead_id", "occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "transition_workspace_id_external_id_key" ON "transition"("workspace_id", "external_id");

-- CreateIndex
CREATE INDEX "activity_workspace_id_lead_id_occurred_at_idx" ON "activity"("workspace_id", "lead_id", "occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "activity_workspace_id_external_id_key" ON "activity"("workspace_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_workspace_id_hash_key" ON "api_key"("workspace_id", "hash");

-- AddForeignKey
ALTER TABLE "cost_entry" ADD CONSTRAINT "cost_entry_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "segment" ADD CONSTRAINT "segment_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_fact" ADD CONSTRAINT "lead_fact_workspace_id_lead_id_fkey" FOREIGN KEY ("workspace_id", "lead_id") REFERENCES "lead"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_fact" ADD CONSTRAINT "lead_fact_workspace_id_segment_id_fkey" FOREIGN KEY ("workspace_id", "segment_id") REFERENCES "segment"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_fact" ADD CONSTRAINT "lead_fact_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_fact" ADD CONSTRAINT "lead_fact_workspace_id_stage_id_fkey" FOREIGN KEY ("workspace_id", "stage_id") REFERENCES "stage"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage" ADD CONSTRAINT "stage_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_definition" ADD CONSTRAINT "stage_definition_workspace_id_stage_id_fkey" FOREIGN KEY ("workspace_id", "stage_id") REFERENCES "stage"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_version" ADD CONSTRAINT "lead_version_workspace_id_lead_id_fkey" FOREIGN KEY ("workspace_id", "lead_id") REFERENCES "lead"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_version" ADD CONSTRAINT "lead_version_workspace_id_segment_id_fkey" FOREIGN KEY ("workspace_id", "segment_id") REFERENCES "segment"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_version" ADD CONSTRAINT "lead_version_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_workspace_id_lead_id_fkey" FOREIGN KEY ("workspace_id", "lead_id") REFERENCES "lead"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transition" ADD CONSTRAINT "transition_workspace_id_lead_id_fkey" FOREIGN KEY ("workspace_id", "lead_id") REFERENCES "lead"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transition" ADD CONSTRAINT "transition_workspace_id_to_stage_id_fkey" FOREIGN KEY ("workspace_id", "to_stage_id") REFERENCES "stage"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_workspace_id_lead_id_fkey" FOREIGN KEY ("workspace_id", "lead_id") REFERENCES "lead"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workspace_clock" ADD CONSTRAINT "workspace_clock_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workspace_settings" ADD CONSTRAINT "workspace_settings_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribute_definition" ADD CONSTRAINT "attribute_definition_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Below: what Prisma's schema language cannot say.

-- Bounds that hold whatever writes.
ALTER TABLE "stage" ADD CONSTRAINT "stage_id_is_a_slot" CHECK ("id" BETWEEN 1 AND 16);
ALTER TABLE "cost_entry" ADD CONSTRAINT "cost_entry_range_is_not_empty" CHECK ("starts_on" < "ends_on");
ALTER TABLE "workspace_settings" ADD CONSTRAINT "workspace_settings_bounds" CHECK (
  "fiscal_year_start_month" BETWEEN 1 AND 12 AND "week_start" BETWEEN 1 AND 7
);

-- The role the server works under: no login, no way around row-level security. Roles belong to the whole
-- cluster, so another database may have made it already.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'leadstage_app') THEN
    CREATE ROLE leadstage_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL;
END
$$;
DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'leadstage_app', 'MEMBER') THEN
    EXECUTE format('GRANT leadstage_app TO %I', current_user);
  END IF;
END
$$;
DO $$
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO leadstage_app', current_schema());
END
$$;

-- The workspace that the transaction is bound to; null (so: no row) when it is bound to none.
CREATE FUNCTION leadstage_workspace() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.workspace_id', true), '')::uuid $$;

ALTER TABLE "cost_entry" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "cost_entry" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "cost_entry" TO leadstage_app;
ALTER TABLE "segment" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "segment" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "segment" TO leadstage_app;
ALTER TABLE "lead_fact" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "lead_fact" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "lead_fact" TO leadstage_app;
ALTER TABLE "rollup_month" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "rollup_month" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "rollup_month" TO leadstage_app;
ALTER TABLE "rollup_day" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "rollup_day" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "rollup_day" TO leadstage_app;
ALTER TABLE "stage" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "stage" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "stage" TO leadstage_app;
ALTER TABLE "stage_definition" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "stage_definition" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "stage_definition" TO leadstage_app;
ALTER TABLE "account" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "account" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "account" TO leadstage_app;
ALTER TABLE "lead" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "lead" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "lead" TO leadstage_app;
ALTER TABLE "lead_version" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "lead_version" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "lead_version" TO leadstage_app;
ALTER TABLE "assignment" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "assignment" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "assignment" TO leadstage_app;
ALTER TABLE "transition" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "transition" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "transition" TO leadstage_app;
ALTER TABLE "activity" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "activity" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "activity" TO leadstage_app;
ALTER TABLE "workspace" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "workspace" TO leadstage_app
  USING ("id" = leadstage_workspace()) WITH CHECK ("id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "workspace" TO leadstage_app;
ALTER TABLE "workspace_clock" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "workspace_clock" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "workspace_clock" TO leadstage_app;
ALTER TABLE "workspace_settings" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "workspace_settings" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "workspace_settings" TO leadstage_app;
ALTER TABLE "attribute_definition" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "attribute_definition" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "attribute_definition" TO leadstage_app;
ALTER TABLE "api_key" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "api_key" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "api_key" TO leadstage_app;
