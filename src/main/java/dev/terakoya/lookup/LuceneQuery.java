package dev.terakoya.lookup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The query that fetches candidates: any need, best way each; headings, characters, and neighbours
 * add to it.
 */
final class LuceneQuery {
  private static final int MOST_GRAMS = 60;

  private LuceneQuery() {}

  static Query of(QueryReading reading) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (Need need : reading.needs()) {
      query.add(any(Fields.WORDS, need, 1), Occur.SHOULD);
      query.add(any(Fields.HEADINGS, need, Weights.HEADINGS), Occur.SHOULD);
    }
    for (String gram :
        new LinkedHashSet<>(Fields.grams(reading.query())).stream().limit(MOST_GRAMS).toList()) {
      query.add(boost(new TermQuery(new Term(Fields.GRAMS, gram)), Weights.GRAMS), Occur.SHOULD);
    }
    for (int i = 0; i + 1 < reading.words().size() && i < 30; i++) {
      query.add(
          boost(
              new PhraseQuery(
                  Weights.PHRASE_SLOP,
                  Fields.WORDS,
                  reading.words().get(i),
                  reading.words().get(i + 1)),
              Weights.PHRASE),
          Occur.SHOULD);
    }
    return query.build();
  }

  private static Query any(String field, Need need, float worth) {
    List<Query> ways = new ArrayList<>();
    for (Need.Way way : need.ways()) {
      boolean sound = Token.isSound(way.word());
      if (!sound || field.equals(Fields.WORDS)) {
        Term term = new Term(sound ? Fields.SOUND : field, way.word());
        ways.add(boost(new TermQuery(term), (float) way.worth() * worth));
      }
    }
    return new DisjunctionMaxQuery(ways, 0);
  }

  private static Query boost(Query query, float worth) {
    return worth == 1 ? query : new BoostQuery(query, worth);
  }
}
