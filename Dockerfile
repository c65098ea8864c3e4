# syntax=docker/dockerfile:1
# The server with its command line. Built from the lock file alone; runs as a user without rights, and needs no network but
# its database's.
FROM node:20.20-bookworm-slim AS build
WORKDIR /app
ENV CI=true TURBO_TELEMETRY_DISABLED=1 CHECKPOINT_DISABLE=1
COPY package.json package-lock.json turbo.json tsconfig.base.json tsconfig.json ./
COPY packages ./packages
COPY prisma ./prisma
RUN npm ci --ignore-scripts --no-audit --no-fund
RUN npx --no-install turbo run build --filter=@leadstage/api
RUN npm prune --omit=dev --omit=peer --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:20.20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 LEADSTAGE_DATA_DIR=/data LEADSTAGE_DEMO=0
WORKDIR /app
COPY --from=build --chown=root:root /app ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
# SIGTERM lets requests under way end.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "packages/api/bin/leadstage.mjs"]
CMD ["serve"]
