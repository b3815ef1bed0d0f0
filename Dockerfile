# The build: everything that needs a JDK or Maven.
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
# Without sources first, so that a change in the code does not download the libraries again.
COPY pom.xml ./
RUN mvn -q -B -Dquick -Dexec.skip package
COPY src ./src
# With what it is made of (CycloneDX), as target/bom.json.
RUN mvn -q -B -Dquick -DoutputFormat=json package org.cyclonedx:cyclonedx-maven-plugin:2.9.1:makeBom
# /tmp is mounted noexec, so no native library can be unpacked at run time: those of this machine are laid
# ready here, and SQLite's for other platforms are left out of its jar.
RUN set -eu; \
    case "$(uname -m)" in \
      aarch64|arm64) sqlite=aarch64; jline=arm64 ;; \
      armv7l) sqlite=armv7; jline=armv7 ;; \
      ppc64*) sqlite=ppc64; jline=ppc64 ;; \
      *) sqlite="$(uname -m)"; jline="$(uname -m)" ;; \
    esac; \
    if ldd --version 2>&1 | grep -qi musl; then system=Linux-Musl; else system=Linux; fi; \
    mkdir -p /build/native /build/sqlite /build/jline; \
    cd /build/jline; \
    jar xf /build/target/lib/jline-native-*.jar; \
    cp "org/jline/nativ/Linux/$jline/libjlinenative.so" /build/native/ || true; \
    cd /build/sqlite; \
    jar xf /build/target/lib/sqlite-jdbc-*.jar; \
    mv "org/sqlite/native/$system/$sqlite/libsqlitejdbc.so" /build/native/; \
    rm -r org/sqlite/native META-INF/MANIFEST.MF; \
    jar cfM /build/target/lib/sqlite-jdbc-*.jar .

FROM eclipse-temurin:25-jre
LABEL org.opencontainers.image.title="Terakoya" \
      org.opencontainers.image.description="A team's study notes answer in Slack, and ask one question a day" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /opt/terakoya
COPY LICENSE NOTICE ./
COPY notes ./notes
COPY --from=build /build/native ./native
COPY --from=build /build/target/lib ./lib
COPY --from=build /build/target/terakoya.jar ./
COPY --from=build /build/target/bom.json ./sbom.cdx.json
RUN mkdir -p /notes /index /data && chown 10001:10001 /index /data
# A training run: what starting and answering need is kept in a cache that only this very JRE can use. Without
# one it starts all the same, only slower.
RUN java -XX:+UseSerialGC -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED \
      -XX:AOTCacheOutput=/opt/terakoya/terakoya.aot \
      -Dorg.sqlite.lib.path=/opt/terakoya/native -Dorg.sqlite.lib.name=libsqlitejdbc.so \
      -jar /opt/terakoya/terakoya.jar train --notes /opt/terakoya/notes --index /tmp/train/index \
      --database jdbc:sqlite:/tmp/train/terakoya.db 2>/dev/null \
    || echo "no AOT cache: starts will be slower" >&2; \
    rm -rf /tmp/train
ENV TERAKOYA_HOME=/data \
    TERAKOYA_NOTES=/notes \
    TERAKOYA_INDEX=/index \
    TERAKOYA_DATABASE=jdbc:sqlite:/data/terakoya.db \
    PORT=3000
USER 10001:10001
VOLUME ["/notes", "/index", "/data"]
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=30s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${PORT:-3000} && printf 'GET /health/live HTTP/1.0\\r\\n\\r\\n' >&3 && read -r -t 2 line <&3 && [[ $line == *' 200 '* ]]"]
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xms48m", "-Xmx256m", "-Xmn32m", "-Xss512k", \
  "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30", "-XX:+ExitOnOutOfMemoryError", \
  "-XX:AOTCache=/opt/terakoya/terakoya.aot", "--enable-native-access=ALL-UNNAMED", \
  "-Dorg.sqlite.lib.path=/opt/terakoya/native", "-Dorg.sqlite.lib.name=libsqlitejdbc.so", \
  "-Dlibrary.jline.path=/opt/terakoya/native", \
  "-jar", "/opt/terakoya/terakoya.jar"]
CMD ["serve"]
