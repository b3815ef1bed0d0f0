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
    "ナットゲートウェイ, nat-gateway",
    "エックスレイ, xray",
    "ラムダ, lambda",
    "ゲートウェイ型, gateway-endpoint",
    "インターフェース型, interface-endpoint",
    "Gateway型エンドポイント, gateway-endpoint",
    "キネシスデータストリームズ, kinesis-data-streams",
    "ネットワークエーシーエル, network-acl",
    "ローンチテンプレート, launch-template",
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Ray | X-Ray",
        "Amazon X-ray:全体の流れ | Amazon X-ray",
        "x rayで追う | x ray",
        "S-3とX-R-ay | ''",
        "Step FunctionとAWS Organization | Step Function,AWS Organization",
        "System Managerで, Secret Managerも | System Manager,Secret Manager",
        "Container Insight/VPC Flow Log | Container Insight,VPC Flow Log",
        "Saving Planを買う | Saving Plan",
        "Transits Gateway | Transits Gateway",
        "Organizationの管理 | Organization",
        "the organization grows | ''",
        "Outputを見る | ''",
      })
  void namesTermsWrittenApartOrWithAnotherS(String text, String expected) {
    namesTheTermsInAText(text, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "AWS Organization, organizations",
    "Step Function, step-functions",
    "System Manager, systems-manager",
    "Systems Manager Parameters Store, parameter-store",
    "Saving Plan, savings-plans",
    "Microservice, microservices",
    "Direct Connects Gateway, dx-gateway",
    "X Ray, xray",
  })
  void findsANameWithAnSTooFewOrTooMany(String name, String id) {
    assertThat(GLOSSARY.find(name)).map(Term::id).contains(id);
  }

  @Test
  void anotherTermsNameIsNoVariantAndWhatFitsTwoTermsIsNone() {
    Term many = term("many", "Fancy Boxes Store");
    Term one = term("one", "Fancy Boxe Store");
    Term left = term("left", "Plain Things Shop");
    Term right = term("right", "Plain Thing Shops");
    Glossary glossary = Glossary.of(List.of(many, one, left, right));
    assertThat(glossary.find("Fancy Boxe Store")).contains(one);
    assertThat(glossary.find("Fancy Boxes Store")).contains(many);
    assertThat(glossary.find("Plain Thing Shop")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Lamda, lambda",
    "AWS Lamda, lambda",
    "Cloudfron, cloudfront",
    "CloudFormtion, cloudformation",
    "Clud Formation, cloudformation",
    "CloduFront, cloudfront",
    "DynamoBD, dynamodb",
    "Fargaate, fargate",
    "Elastic Beanstlak, elastic-beanstalk",
    "セキュリテイグループ, security-group",
    "セキュリティグルップ, security-group",
    "クラウドフォント, cloudfront",
    "Amazon Recognition, rekognition",
    "AWS Confg, config",
  })
  void guessesTheNameBehindOneSlip(String slip, String id) {
    assertThat(GLOSSARY.nearly(slip).or(() -> GLOSSARY.find(slip))).map(Term::id).contains(id);
  }

  @ParameterizedTest
  @CsvSource({
    "Lambda",
    "プライマリ",
    "patch",
    "recognition",
    "fallback",
    "フォールバック",
    "remain",
    "consume",
    "mapping",
    "match",
    "simply",
    "lamd",
    "ambda",
    "Lmbdas",
    "Route 54",
    "''",
    "-",
    "動的ルーテング"
  })
  void guessesNothingForRightNamesEverydayWordsAndOtherSlips(String word) {
    assertThat(GLOSSARY.nearly(word)).isEmpty();
  }

  @Test
  void guessesNothingWhereTwoTermsFit() {
    Glossary glossary = Glossary.of(List.of(term("a", "Gaxeta"), term("b", "Gazeta")));
    assertThat(glossary.nearly("Gateta")).isEmpty();
    assertThat(glossary.nearly("Gaxetta")).map(Term::id).contains("a");
  }

  private static Term term(String id, String name) {
    return new Term(id, List.of(name), "thing", "", List.of(), "", List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "CDN, cloudfront",
    "コンテンツ配信, cloudfront",
    "グラフデータベース, neptune",
    "graph database, neptune",
    "Document DB型, -",
    "Document Database, documentdb",
    "インメモリデータベース, elasticache",
    "time series databases, timestream",
    "台帳データベース, qldb",
    "message queue, sqs",
    "ETL, glue",
    "移行サービス, dms",
    "NoSQLデータベース, dynamodb",
    "DWH, redshift",
    "脅威検出, guardduty",
    "ロードバランサー, nlb",
    "ルーティングポリシー, weighted-routing",
    "コンテナオーケストレーション, eks",
  })
  void tellsWhatAGenericTermNames(String generic, String id) {
    List<String> members =
        GLOSSARY.find(generic).stream()
            .flatMap(term -> GLOSSARY.ofKind(term).stream())
            .map(Term::id)
            .toList();
    assertThat(members.isEmpty() ? List.of("-") : members).contains(id);
  }

  @Test
  void aServiceIsNoGenericTerm() {
    assertThat(GLOSSARY.ofKind(GLOSSARY.find("CloudFront").orElseThrow())).isEmpty();
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
