-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "origins" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "workspace_clock" ADD COLUMN     "last_audit_id" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "api_key" ADD COLUMN     "last_used_at" TIMESTAMPTZ(3),
ADD COLUMN     "replaces" UUID;

-- CreateTable
CREATE TABLE "signing_key" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "secret" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "signing_key_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "workspace_id" UUID NOT NULL,
    "id" BIGINT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "actor_name" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "refusal" TEXT,
    "detail" JSONB NOT NULL,
    "request_id" TEXT,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable; unlogged: it is written with every request, and a crash may forgive what was spent.
CREATE UNLOGGED TABLE "rate_budget" (
    "workspace_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "spent" DOUBLE PRECISION NOT NULL,
    "spent_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "rate_budget_pkey" PRIMARY KEY ("workspace_id","key_id")
);

-- AddForeignKey
ALTER TABLE "signing_key" ADD CONSTRAINT "signing_key_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rate_budget" ADD CONSTRAINT "rate_budget_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Row-level security: as in the migrations before.
ALTER TABLE "signing_key" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "signing_key" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "signing_key" TO leadstage_app;
ALTER TABLE "audit_entry" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "audit_entry" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
-- What was done stays on record.
GRANT SELECT, INSERT ON "audit_entry" TO leadstage_app;
ALTER TABLE "rate_budget" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "bound_to_workspace" ON "rate_budget" TO leadstage_app
  USING ("workspace_id" = leadstage_workspace()) WITH CHECK ("workspace_id" = leadstage_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON "rate_budget" TO leadstage_app;

-- The role that sees, across workspaces, which there are and where something is due: ids and instants, nothing that a
-- workspace recorded. A server whose login is no owner of the tables works under these two roles alone.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'leadstage_watch') THEN
    CREATE ROLE leadstage_watch NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL;
END
$$;
-- From PostgreSQL 16 on, whoever made a role is a member that may grant it and not one that may take it on, until granted it.
DO $$
BEGIN
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    EXECUTE format('GRANT leadstage_app, leadstage_watch TO %I', current_user);
  END IF;
EXCEPTION WHEN insufficient_privilege THEN
  -- An administrator made the roles; without membership the next statement of the server says so.
  NULL;
END
$$;
DO $$
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO leadstage_watch', current_schema());
END
$$;
CREATE POLICY "seen_by_the_watch" ON "workspace" FOR SELECT TO leadstage_watch USING (true);
GRANT SELECT ("id", "name", "created_at") ON "workspace" TO leadstage_watch;
CREATE POLICY "seen_by_the_watch" ON "workspace_clock" FOR SELECT TO leadstage_watch USING (true);
GRANT SELECT ("workspace_id", "generation", "wake_at") ON "workspace_clock" TO leadstage_watch;
CREATE POLICY "seen_by_the_watch" ON "reprojection" FOR SELECT TO leadstage_watch USING (true);
GRANT SELECT ("workspace_id", "generation") ON "reprojection" TO leadstage_watch;
CREATE POLICY "seen_by_the_watch" ON "delivery" FOR SELECT TO leadstage_watch USING (true);
GRANT SELECT ("workspace_id", "status", "next_attempt_at", "leased_until") ON "delivery" TO leadstage_watch;
CREATE POLICY "seen_by_the_watch" ON "event" FOR SELECT TO leadstage_watch USING (true);
GRANT SELECT ("workspace_id", "id", "recorded_at") ON "event" TO leadstage_watch;
CREATE POLICY "seen_by_the_watch" ON "idempotency_key" FOR SELECT TO leadstage_watch USING (true);
GRANT SELECT ("workspace_id", "recorded_at") ON "idempotency_key" TO leadstage_watch;
CREATE POLICY "seen_by_the_watch" ON "lead_fact" FOR SELECT TO leadstage_watch USING (true);
GRANT SELECT ("workspace_id", "generation") ON "lead_fact" TO leadstage_watch;
CREATE POLICY "seen_by_the_watch" ON "handoff_fact" FOR SELECT TO leadstage_watch USING (true);
GRANT SELECT ("workspace_id", "generation", "opened_by", "opened_at") ON "handoff_fact" TO leadstage_watch;
CREATE POLICY "seen_by_the_watch" ON "handoff_due" FOR SELECT TO leadstage_watch USING (true);
GRANT SELECT ("workspace_id", "opened_by") ON "handoff_due" TO leadstage_watch;
CREATE POLICY "seen_by_the_watch" ON "sla_policy" FOR SELECT TO leadstage_watch USING (true);
GRANT SELECT ("workspace_id", "effective_from") ON "sla_policy" TO leadstage_watch;
CREATE POLICY "seen_by_the_watch" ON "goal" FOR SELECT TO leadstage_watch USING (true);
GRANT SELECT ("workspace_id", "starts_on", "ends_on", "at_risk_below", "retired") ON "goal" TO leadstage_watch;
-- So that a server that may not migrate can tell whether that has been done.
GRANT SELECT ON "_prisma_migrations" TO leadstage_watch;
