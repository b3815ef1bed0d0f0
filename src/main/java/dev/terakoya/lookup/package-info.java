/** Finds the passage that answers a query. Lucene lives only here; start at Lookup. */
@NullMarked
package dev.terakoya.lookup;

import org.jspecify.annotations.NullMarked;
