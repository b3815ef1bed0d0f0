package dev.terakoya.glossary;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Made when somebody first asks for it, once; asking for one thing never waits for another. */
final class Lazy<T> {
  private final Supplier<T> maker;
  private @Nullable T made;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  synchronized T get() {
    T value = made == null ? maker.get() : made;
    made = value;
    return value;
  }
}
