/** Tests of the glossary: its reader with planted faults, and its data. */
@NullMarked
package dev.terakoya.glossary;

import org.jspecify.annotations.NullMarked;
