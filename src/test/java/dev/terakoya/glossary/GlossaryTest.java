package dev.terakoya.glossary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlossaryTest {
  private static final Glossary GLOSSARY = Glossary.bundled();

  @ParameterizedTest
  @CsvSource({
    "NLB, nlb",
    "ｎｌｂ, nlb",
    "network loadbalancer, nlb",
    "ネットワーク・ロード・バランサー, nlb",
    "ネットワークロードバランサ, nlb",
    "Amazon CloudFront, cloudfront",
    "AWS CloudFront, cloudfront",
    "アマゾン CloudFront, cloudfront",
    "cloud front, cloudfront",
    "クラウド フロント, cloudfront",
    "ｸﾗｳﾄﾞﾌﾛﾝﾄ, cloudfront",
    "インタフェースエンドポイント, interface-endpoint",
    "インターフェイス エンドポイント, interface-endpoint",
    "インターフェース型エンドポイント, interface-endpoint",
    "Security Groups, security-group",
    "ALIAS レコード, alias-record",
    "ルーティングテーブル, route-table",
    "EC2, ec2",
    "AWS EC2, ec2",
    "一時ポート, ephemeral-port",
    "Lambda@Edge, lambda-edge",
  })
  void findsATermUnderAllItsSpellings(String name, String id) {
    assertThat(GLOSSARY.find(name)).map(Term::id).contains(id);
  }

  @ParameterizedTest
  @CsvSource({"''", "AWS", "Linux", "サ", "-", "フロント", "NL"})
  void findsNothingForOtherWords(String name) {
    assertThat(GLOSSARY.find(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NLBのIPアドレスは固定 | NLB,IPアドレス",
        "ALB・CLBで使用可能 | ALB,CLB",
        "GENIUS lends seniority | ''",
        "I am at S 3 | ''",
        "ENIs are attached | ENIs",
        "AWS Direct ConnectとVPN | AWS Direct Connect,VPN",
        "Direct Connect Gatewayを使う | Direct Connect Gateway",
        "Amazon Direct Connect | Amazon Direct Connect",
        "コンピューターサブネットワーク | ''",
        "プライベートサブネットに置く | プライベートサブネット",
        "this is a shared origin of batch jobs | ''",
        "AWS Batchとaws batch | AWS Batch,aws batch",
        "ゲートウェイ エンドポイントーを | ゲートウェイ エンドポイントー",
        "NLB\tALB | NLB,ALB",
        "x-forwarded-forヘッダー | x-forwarded-forヘッダー",
      })
  void namesTheTermsInAText(String text, String expected) {
    String found =
        GLOSSARY.mentions(text).stream()
            .map(m -> text.substring(m.from(), m.to()))
            .collect(Collectors.joining(","));
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void offsetsReferToTheOriginalText() {
    String text = "㌔は㍍でﾈｯﾄﾜｰｸACLとＮＬＢ";
    List<Mention> mentions = GLOSSARY.mentions(text);
    assertThat(mentions.stream().map(m -> text.substring(m.from(), m.to())))
        .containsExactly("ﾈｯﾄﾜｰｸACL", "ＮＬＢ");
  }

  @Test
  void siblingsAreTheOthersOfTheFamily() {
    Term nlb = GLOSSARY.find("NLB").orElseThrow();
    assertThat(GLOSSARY.siblings(nlb)).extracting(Term::id).containsExactly("alb", "clb", "gwlb");
  }

  @Test
  void mentionsTakeTimeLinearInTheText() {
    String hostile = "ネットワークロードバランサ network load balance NLBALBCLB ・ー".repeat(20_000);
    List<Mention> mentions =
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> GLOSSARY.mentions(hostile));
    assertThat(mentions).hasSizeGreaterThanOrEqualTo(20_000);
  }

  @Test
  void everyTermIsFoundUnderEachOfItsNames() {
    for (Term term : GLOSSARY.terms()) {
      assertThat(term.allNames())
          .allSatisfy(name -> assertThat(GLOSSARY.find(name)).as(name).contains(term));
    }
  }

  @Test
  void mentionsNeverOverlapAndStayInTheText() {
    String names =
        GLOSSARY.terms().stream().map(Term::name).collect(Collectors.joining("と", "「", "」"));
    int last = 0;
    for (Mention mention : GLOSSARY.mentions(names)) {
      assertThat(mention.from()).isGreaterThanOrEqualTo(last);
      assertThat(mention.to()).isGreaterThan(mention.from()).isLessThanOrEqualTo(names.length());
      last = mention.to();
    }
  }

  @Test
  void holdsEnoughOfTheField() {
    assertThat(GLOSSARY.terms()).hasSizeGreaterThanOrEqualTo(450);
    assertThat(GLOSSARY.terms())
        .filteredOn(term -> term.name().matches("(AWS|Amazon) .*"))
        .hasSizeGreaterThanOrEqualTo(220);
  }

  @Test
  void theSameContentHasTheSameFingerprint() {
    assertThat(GLOSSARY.fingerprint()).isEqualTo(Glossary.bundled().fingerprint());
  }
}
