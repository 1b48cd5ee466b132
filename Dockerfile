# syntax=docker/dockerfile:1
# The image holds the portal alone: the database, the mail server and the proxy are other services (docker-compose.yml).

FROM node:20-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source

# Neither the embedded database nor the test tools belong in the image.
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev --omit=optional \
 && touch node_modules/.package-lock.json

COPY . .
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet restore src/AigoPortal.Web --locked-mode \
 && dotnet publish src/AigoPortal.Web --no-restore --configuration Release --output /portal -p:UseAppHost=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update \
 && apt-get install --yes --no-install-recommends curl \
 && rm -rf /var/lib/apt/lists/* \
 && install --directory --owner=$APP_UID --group=$APP_UID /var/lib/aigo/files
WORKDIR /portal
COPY --from=build /portal .
COPY LICENSE THIRD-PARTY-NOTICES.md ./
ENV ASPNETCORE_HTTP_PORTS=8080 \
    Files__Folder=/var/lib/aigo/files
USER $APP_UID
EXPOSE 8080
VOLUME /var/lib/aigo/files
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
    CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:8080/healthz/live"]
ENTRYPOINT ["dotnet", "AigoPortal.Web.dll"]
