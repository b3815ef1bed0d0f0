package dev.terakoya.lookup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * The query that fetches candidates: any need, best way each; headings, characters, and neighbours
 * add to it.
 */
final class LuceneQuery {
  private static final int MOST_GRAMS = 60;

  private LuceneQuery() {}

  static Query of(QueryReading reading, Vocabulary vocabulary) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (Need need : reading.needs()) {
      add(query, any(Fields.WORDS, need, 1, vocabulary), 1);
      add(query, any(Fields.HEADINGS, need, Weights.HEADINGS, vocabulary), 1);
    }
    for (String gram :
        new LinkedHashSet<>(Fields.grams(reading.query())).stream().limit(MOST_GRAMS).toList()) {
      add(query, vocabulary.query(Fields.GRAMS, gram), Weights.GRAMS);
    }
    for (int i = 0; i + 1 < reading.words().size() && i < 30; i++) {
      String first = reading.words().get(i);
      String second = reading.words().get(i + 1);
      if (vocabulary.sections(Fields.WORDS, first) > 0
          && vocabulary.sections(Fields.WORDS, second) > 0) {
        add(
            query,
            new PhraseQuery(Weights.PHRASE_SLOP, Fields.WORDS, first, second),
            Weights.PHRASE);
      }
    }
    return query.build();
  }

  private static void add(BooleanQuery.Builder query, @Nullable Query clause, float worth) {
    if (clause != null) {
      query.add(boost(clause, worth), Occur.SHOULD);
    }
  }

  private static @Nullable Query any(String field, Need need, float worth, Vocabulary vocabulary) {
    List<Query> ways = new ArrayList<>();
    for (Need.Way way : need.ways()) {
      boolean sound = Token.isSound(way.word());
      Query query =
          sound && !field.equals(Fields.WORDS)
              ? null
              : vocabulary.query(sound ? Fields.SOUND : field, way.word());
      if (query != null) {
        ways.add(boost(query, (float) way.worth() * worth));
      }
    }
    return ways.size() < 2
        ? ways.stream().findFirst().orElse(null)
        : new DisjunctionMaxQuery(ways, 0);
  }

  private static Query boost(Query query, float worth) {
    return worth == 1 ? query : new BoostQuery(query, worth);
  }
}
