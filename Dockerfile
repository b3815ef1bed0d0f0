# The build: everything that needs a JDK or Maven.
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
# Without sources first, so that a change in the code does not download the libraries again.
COPY pom.xml ./
RUN mvn -q -B -Dquick -Dexec.skip package
COPY src ./src
# With what it is made of (CycloneDX), as target/bom.json.
RUN mvn -q -B -Dquick -DoutputFormat=json package org.cyclonedx:cyclonedx-maven-plugin:2.9.1:makeBom
RUN src/image/assemble target /build/image

FROM eclipse-temurin:25-jre
LABEL org.opencontainers.image.title="Terakoya" \
      org.opencontainers.image.description="A team's study notes answer in Slack, and ask one question a day" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /opt/terakoya
COPY LICENSE NOTICE ./
COPY notes ./notes
COPY --from=build /build/image ./
COPY --from=build /build/target/bom.json ./sbom.cdx.json
COPY src/image/train src/image/healthy ./
RUN mkdir -p /notes /index /data && chown 10001:10001 /index /data
RUN ./train /opt/terakoya -XX:+UseSerialGC -XX:+UseCompactObjectHeaders
ENV TERAKOYA_HOME=/data \
    TERAKOYA_NOTES=/notes \
    TERAKOYA_INDEX=/index \
    TERAKOYA_DATABASE=jdbc:sqlite:/data/terakoya.db \
    PORT=3000
USER 10001:10001
VOLUME ["/notes", "/index", "/data"]
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=30s --retries=3 \
  CMD ["/opt/terakoya/healthy"]
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xms48m", "-Xmx256m", "-Xmn32m", "-Xss512k", \
  "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30", "-XX:+ExitOnOutOfMemoryError", \
  "-XX:SharedArchiveFile=/opt/terakoya/terakoya.jsa", "-Xlog:disable", "-Xlog:all=warning:stderr", \
  "-Dorg.sqlite.lib.path=/opt/terakoya/native", "-Dorg.sqlite.lib.name=libsqlitejdbc.so", \
  "-Dlibrary.jline.path=/opt/terakoya/native", \
  "-jar", "/opt/terakoya/terakoya.jar"]
CMD ["serve"]
