package dev.terakoya.cli;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;

/** The browser of whoever started the program, where there is one. */
final class Browser {
  private Browser() {}

  /** Shows a page; without a browser or a screen nothing happens. */
  static void open(URI page) {
    boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    boolean screen =
        mac || System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    if (screen && System.getenv("CI") == null) {
      try {
        new ProcessBuilder(mac ? "open" : "xdg-open", page.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
      } catch (IOException e) {
        // the address is printed anyway
      }
    }
  }
}
