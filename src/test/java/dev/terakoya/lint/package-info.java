@NullMarked
package dev.terakoya.lint;

import org.jspecify.annotations.NullMarked;
