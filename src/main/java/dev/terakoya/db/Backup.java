package dev.terakoya.db;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Everything in the database as one portable file, the same for SQLite and PostgreSQL: a zip with
 * {@code terakoya.json} (format and schema) and one {@code TABLE.jsonl} a table, one row a line.
 */
public final class Backup {
  private static final String MANIFEST = "terakoya.json";
  private static final int FORMAT = 1;
  private static final int BATCH = 500;
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private final Database database;

  /** Backs up and restores this database. */
  public Backup(Database database) {
    this.database = database;
  }

  /**
   * Writes one moment's state to a file, while others go on working. The file appears when it is
   * complete.
   */
  public void write(Path file) {
    String doing = "writing the backup " + file;
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    try {
      database.snapshot(doing, handle -> write(handle, draft));
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | UncheckedIOException e) {
      throw new DatabaseException(doing, e);
    }
  }

  private static int write(Handle handle, Path draft) {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(draft));
        Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8)) {
      entry(zip, out, MANIFEST);
      out.write(GSON.toJson(Map.of("format", FORMAT, "schema", schema(handle))) + "\n");
      for (String table : tables(handle).keySet()) {
        entry(zip, out, table + ".jsonl");
        handle
            .createQuery("select * from " + table)
            .setFetchSize(BATCH)
            .mapToMap()
            .useIterator(rows -> rows.forEachRemaining(row -> line(out, row)));
      }
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void entry(ZipOutputStream zip, Writer out, String name) throws IOException {
    out.flush();
    zip.putNextEntry(new ZipEntry(name));
  }

  private static void line(Writer out, Map<String, Object> row) {
    try {
      out.write(GSON.toJson(new TreeMap<>(row)) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Replaces everything in the database by a backup, in one transaction: a file that is not a
   * backup, damaged, or of a newer schema changes nothing.
   */
  public void read(Path file) {
    String doing = "restoring the backup " + file;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      database.change(doing, handle -> restore(handle, zip));
    } catch (IOException | UncheckedIOException | JsonParseException | IllegalStateException e) {
      throw new DatabaseException(doing, e);
    }
  }

  private static int restore(Handle handle, ZipFile zip) {
    checkManifest(handle, lines(zip, MANIFEST));
    Map<String, Map<String, Boolean>> tables = tables(handle);
    tables.keySet().forEach(table -> handle.execute("delete from " + table));
    tables.forEach((table, columns) -> fill(handle, zip, table, columns));
    return tables.size();
  }

  private static void checkManifest(Handle handle, List<String> manifest) {
    if (manifest.isEmpty()) {
      throw new IllegalStateException("it is not a backup of Terakoya");
    }
    JsonObject found = JsonParser.parseString(manifest.getFirst()).getAsJsonObject();
    int format = found.get("format").getAsInt();
    int schema = found.get("schema").getAsInt();
    if (format != FORMAT || schema > schema(handle)) {
      throw new IllegalStateException("it was made by a newer version of Terakoya");
    }
  }

  private static void fill(Handle handle, ZipFile zip, String table, Map<String, Boolean> columns) {
    String names = String.join(", ", columns.keySet());
    String places = ":" + String.join(", :", columns.keySet());
    PreparedBatch batch =
        handle.prepareBatch("insert into " + table + " (" + names + ") values (" + places + ")");
    for (String line : lines(zip, table + ".jsonl")) {
      JsonObject row = JsonParser.parseString(line).getAsJsonObject();
      columns.forEach((column, text) -> bind(batch, column, text, row.get(column)));
      batch.add();
      if (batch.size() == BATCH) {
        batch.execute();
      }
    }
    batch.execute();
  }

  private static void bind(PreparedBatch batch, String column, boolean text, JsonElement value) {
    if (value == null || value.isJsonNull()) {
      batch.bindNull(column, text ? Types.VARCHAR : Types.BIGINT);
    } else if (text) {
      batch.bind(column, value.getAsString());
    } else {
      Number number = value.getAsBigDecimal();
      batch.bind(column, number);
    }
  }

  private static List<String> lines(ZipFile zip, String name) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return List.of();
    }
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
      return in.readAllLines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int schema(Handle handle) {
    return handle
        .select("select max(installed_rank) from flyway_schema_history")
        .mapTo(int.class)
        .one();
  }

  /** Our tables by name, and of each the columns by name: whether they hold text. */
  private static Map<String, Map<String, Boolean>> tables(Handle handle) {
    Map<String, Map<String, Boolean>> tables = new TreeMap<>();
    try (var rows = handle.getConnection().getMetaData().getColumns(null, null, "%", "%")) {
      while (rows.next()) {
        String schema = rows.getString("TABLE_SCHEM");
        String table = rows.getString("TABLE_NAME");
        if ((schema == null || schema.equals("public")) && !table.matches("(flyway|sqlite)_.*")) {
          tables
              .computeIfAbsent(table, _ -> new TreeMap<>())
              .put(
                  rows.getString("COLUMN_NAME"),
                  rows.getString("TYPE_NAME").equalsIgnoreCase("text"));
        }
      }
      return tables;
    } catch (SQLException e) {
      throw new DatabaseException("listing the tables", e);
    }
  }
}
