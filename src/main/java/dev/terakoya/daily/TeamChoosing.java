package dev.terakoya.daily;

import dev.terakoya.db.Database;
import dev.terakoya.learner.Flags;
import dev.terakoya.learner.Memories;
import dev.terakoya.learner.Topic;
import dev.terakoya.quiz.Question;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Chooses from the questions of the notes by what the team remembers. */
public final class TeamChoosing implements Choosing {
  private static final int HISTORY = 60;
  private static final int LATEST_SHARES = 10;
  private static final int ELSEWHERE_DAYS = 30;

  private final Database database;
  private final Approvals approvals;
  private final Supplier<List<Question>> questions;

  /**
   * Reads what is known from this database.
   *
   * @param questions all questions of the notes as they are now
   */
  public TeamChoosing(Database database, Supplier<List<Question>> questions) {
    this.database = database;
    this.approvals = new Approvals(database);
    this.questions = questions;
  }

  @Override
  public Optional<Question> choose(DailySettings settings, LocalDate day, Instant now) {
    if (!settings.approval()) {
      return choose(settings, day, now, _ -> true);
    }
    Set<String> approved = approvals.approved(settings.team());
    PostKey key = new PostKey(settings.team(), settings.channel(), day);
    Set<String> decided =
        approvals.latest(key).stream().map(p -> p.question().id()).collect(Collectors.toSet());
    decided.retainAll(approved);
    return choose(settings, day, now, decided::contains)
        .or(() -> choose(settings, day, now, approved::contains));
  }

  /** A candidate for a day, other than those that were shown already. */
  public Optional<Question> candidate(
      DailySettings settings, LocalDate day, Set<String> shown, Instant now) {
    return choose(settings, day, now, id -> !shown.contains(id));
  }

  private Optional<Question> choose(
      DailySettings settings, LocalDate day, Instant now, Predicate<String> allowed) {
    DailyLedger ledger = new DailyLedger(database);
    List<Post> history = ledger.latest(settings.team(), settings.channel(), HISTORY);
    Set<String> elsewhere =
        ledger.since(settings.team(), day.minusDays(ELSEWHERE_DAYS)).stream()
            .filter(post -> !post.key().channel().equals(settings.channel()))
            .map(post -> post.asked().question().fact())
            .collect(Collectors.toSet());
    return NextQuestion.choose(
        new NextQuestion.State(
            new PostKey(settings.team(), settings.channel(), day),
            ledger.number(settings.team(), settings.channel()),
            DailyPlan.left(settings, day),
            now,
            candidates(settings).stream().filter(q -> allowed.test(q.id())).toList(),
            Memories.beliefs(database, settings.team(), now),
            history.stream().map(post -> post.asked().question()).toList(),
            elsewhere,
            rightShare(history),
            DailyPlan.left(settings, day).isEmpty() ? Map.of() : settings.weights()));
  }

  /**
   * The questions of the channel's topics. Where none is named and most are in the channel's
   * language, those in another are left out.
   */
  private List<Question> candidates(DailySettings settings) {
    Set<String> withdrawn = new Flags(database).withdrawn(settings.team());
    List<Question> open =
        questions.get().stream().filter(q -> !withdrawn.contains(q.id())).toList();
    if (!settings.topics().isEmpty()) {
      return open.stream()
          .filter(q -> settings.topics().stream().anyMatch(t -> about(q, t)))
          .toList();
    }
    List<Question> own = open.stream().filter(q -> q.isIn(settings.language())).toList();
    return 2 * own.size() >= open.size() ? own : open;
  }

  private static boolean about(Question question, String topic) {
    return Topic.of(question).equalsIgnoreCase(topic)
        || question.source().source().file().startsWith(topic);
  }

  private static Optional<Double> rightShare(List<Post> history) {
    List<Post> closed =
        history.stream().filter(post -> post.shares().total() > 0).limit(LATEST_SHARES).toList();
    int answers = closed.stream().mapToInt(post -> post.shares().total()).sum();
    int right = closed.stream().mapToInt(p -> p.shares().of(p.asked().question().answer())).sum();
    return answers == 0 ? Optional.empty() : Optional.of((double) right / answers);
  }
}
