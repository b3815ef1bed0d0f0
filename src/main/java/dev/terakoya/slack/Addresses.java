package dev.terakoya.slack;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which addresses of a note may be linked to, and under which words. */
final class Addresses {
  /** What people take for the name of a site, also in other scripts and with other dots. */
  private static final Pattern SITE =
      Pattern.compile(
          "[\\p{L}\\p{N}_-]+(?:[.][\\p{L}\\p{N}_-]+)*[.]\\p{L}{2,}|[a-z0-9-]+[。｡][a-z]{2,}");

  private Addresses() {}

  /** The address if it may be linked to: a web site under its plain name, or somebody's mail. */
  static @Nullable URI of(String target) {
    if (target.isEmpty() || target.length() > SlackLimits.URL) {
      return null;
    }
    try {
      URI uri = URI.create(new URI(target).toASCIIString());
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean web =
          (scheme.equals("https") || scheme.equals("http"))
              && uri.getHost() != null
              && uri.getUserInfo() == null;
      boolean fits = uri.toString().length() <= SlackLimits.URL;
      return fits && (web || scheme.equals("mailto")) ? uri : null;
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  /** Whether words name no other site or mail address than the one they lead to. */
  static boolean honest(String words, URI target) {
    String read = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String seen = read.replaceAll("\\p{Cf}", "");
    if (target.getHost() == null) {
      String mail = target.getSchemeSpecificPart().toLowerCase(Locale.ROOT);
      return !names(seen) || seen.strip().equals(mail);
    }
    String[] parts = seen.strip().split("\\s+", 2);
    String first = parts[0].replaceFirst("^https?://", "").split("[/?#]", 2)[0];
    boolean begins = site(first).equals(site(target.getHost().toLowerCase(Locale.ROOT)));
    return !names(begins ? parts.length > 1 ? parts[1] : "" : seen);
  }

  private static boolean names(String words) {
    return words.contains("://") || SITE.matcher(words).find();
  }

  private static String site(String host) {
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}
