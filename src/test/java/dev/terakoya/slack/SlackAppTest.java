package dev.terakoya.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlackAppTest {
  /** Bolt's own client for Slack's Web API would take a fifth of a start, and nobody calls it. */
  @Test
  void boltsOwnClientIsNotMade() throws Exception {
    try (Classes classes = new Classes()) {
      Class<?> app = classes.loadClass(SlackApp.class.getName());
      Class<?> desk = classes.loadClass(Desk.class.getName());
      app.getConstructor(List.class, desk).newInstance(List.of(), null);
      assertThat(classes.has("com.slack.api.bolt.App")).isTrue();
      assertThat(classes.has("okhttp3.OkHttpClient")).isFalse();
    }
  }

  /** The classes of this program, loaded anew. */
  private static final class Classes extends URLClassLoader {
    Classes() {
      super(
          Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
              .map(Classes::url)
              .toArray(URL[]::new),
          ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String place) {
      try {
        return new File(place).toURI().toURL();
      } catch (java.net.MalformedURLException e) {
        throw new IllegalArgumentException(place, e);
      }
    }

    boolean has(String name) {
      return findLoadedClass(name) != null;
    }
  }
}
