package dev.terakoya.slack;

import dev.terakoya.learner.Learner;
import dev.terakoya.notes.SectionId;

/** Where it is kept what people say about answers, for those who write the notes. */
public interface Feedback {
  /**
   * What somebody said about an answer.
   *
   * @param section what was shown
   * @param query what had been asked
   */
  record Useful(SectionId section, String query, boolean useful) {}

  /** Keeps whether an answer helped. */
  void told(Learner learner, Useful useful);

  /** Keeps that somebody wants a note about this. */
  void wish(Learner learner, String query);
}
