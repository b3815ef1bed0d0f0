/** JDBC helpers and migrations; knows no domain. */
@NullMarked
package dev.terakoya.db;

import org.jspecify.annotations.NullMarked;
