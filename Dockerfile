# Tour de Table: built with every tool, run without any of them, as nobody in particular, writing below /data only.
FROM node:24-trixie-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev --omit=optional

FROM node:24-trixie-slim
# pg_dump and pg_restore, for backups of PostgreSQL; as new as the server of compose.yaml.
RUN apt-get update && apt-get install --yes --no-install-recommends postgresql-client && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/build build
COPY --from=build /app/public public
COPY --from=build /app/locales locales
COPY --from=build /app/surveys surveys
COPY --from=build /app/db db
COPY --from=build /app/app app
RUN install --directory --owner=node --group=node --mode=700 /data
USER node
ENV NODE_ENV=production DATABASE_URL=file:/data/house.db LISTEN=0.0.0.0 PORT=3000
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "--eval", "fetch('http://127.0.0.1:3000/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--disable-proto=delete", "app/start.js"]
