/** Look-up quality as a tested number, and an index that survives what happens to indexes. */
@NullMarked
package dev.terakoya.lookup;

import org.jspecify.annotations.NullMarked;
