# The workers of Legal Desk. The app itself is installed into Twenty with `npm run deploy`.
FROM node:20-alpine AS packages
WORKDIR /app
COPY package.json package-lock.json ./
COPY workers/package.json workers/
COPY sandbox/package.json sandbox/
RUN npm ci --omit=dev --workspace workers --ignore-scripts --no-audit --no-fund

FROM node:20-alpine AS build
WORKDIR /app
COPY . .
# One file of the project's own sources; the packages stay what they are.
RUN npm ci --ignore-scripts --no-audit --no-fund \
  && node_modules/.bin/esbuild workers/main.ts --bundle --packages=external --platform=node --format=esm --target=node20 --outfile=workers/main.mjs

FROM node:20-alpine
ENV NODE_ENV=production HTTP_HOST=0.0.0.0 HTTP_PORT=3001
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/workers/main.mjs workers/package.json workers/
USER node
EXPOSE 3001
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:3001/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself is told to stop, so that what was begun is finished.
ENTRYPOINT ["node", "--enable-source-maps", "workers/main.mjs"]
