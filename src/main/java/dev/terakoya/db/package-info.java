/**
 * The one place that opens a database: SQLite by default, PostgreSQL for several replicas, both
 * brought to the newest schema at start. Knows no domain; start at {@link
 * dev.terakoya.db.Database}.
 */
@NullMarked
package dev.terakoya.db;

import org.jspecify.annotations.NullMarked;
