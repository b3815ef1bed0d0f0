@NullMarked
package dev.terakoya.quiz;

import org.jspecify.annotations.NullMarked;
