package dev.terakoya.cli;

import dev.terakoya.learner.Learner;
import dev.terakoya.learner.Lookups;
import dev.terakoya.learner.Lookups.Looked;
import dev.terakoya.slack.Feedback;
import java.time.InstantSource;
import java.util.List;

/**
 * Keeps what people say about an answer with their look-up of it; of somebody else's answer, with a
 * look-up of their own.
 */
record LookupFeedback(Lookups lookups, LookupLog log, InstantSource clock) implements Feedback {
  @Override
  public void told(Learner learner, Useful useful) {
    String id = id(learner, useful.query(), useful.section().value());
    lookups.vote(learner, id, useful.useful());
  }

  @Override
  public void wish(Learner learner, String query) {
    lookups.wish(learner, id(learner, query, ""));
  }

  private String id(Learner learner, String query, String section) {
    log.write();
    return lookups
        .latest(learner, query)
        .orElseGet(() -> {
          Looked looked = new Looked(learner, query, section, clock.instant());
          lookups.record(List.of(looked));
          return looked.id();
        });
  }
}
