package dev.terakoya.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bundled dated facts, against sentences that are wrong today and sentences that are right. */
class DatedFactsTest {
  private static final Glossary GLOSSARY = Glossary.bundled();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NLB | NLBにはセキュリティグループを設定できません。",
        "NLB | ＮＬＢはセキュリティ グループに未対応",
        "NLB | セキュリティグループは付けられない",
        "NLB | アイドルタイムアウトは350秒で変更不可",
        "NLB | スティッキーセッションは使えない",
        "NLB | UDPには対応していない",
        "NLB | NLBではProxy Protocolのv1を使う",
        "ALB | TLS 1.0、v1.1、v1.2に対応",
        "ALB | アプリケーションベースのCookieは使えない",
        "スティッキーセッション | ALBとCLBで利用できる機能",
        "スティッキーセッション | HTTPとHTTPSでのみ使える",
        "CLB | EC2-Classicをサポートしている",
        "暖機運転 | 急な負荷の前にはAWSサポートに申請する",
        "DXGW | 同じアカウントのVGWだけにつながる",
        "DXGW | 時間あたりの料金がかかる",
        "Direct Connect | 専用線なので暗号化はできない",
        "フローログ | 出力先はCloudWatch Logsのみ",
        "トラフィックミラーリング | Nitro世代のインスタンスだけで使える",
        "VPCピアリング | 異なるリージョンのVPC同士は接続できない",
        "インターフェイスエンドポイント | S3とDynamoDB以外の多くのサービスで使う",
        "EIP | 実行中のインスタンスに関連付けている間は無料",
        "OAI | S3への直接アクセスを防ぐためにOAIを作成する",
        "S3 | 削除の直後は結果整合性になる",
        "S3 | 1オブジェクトの上限は5TB",
        "S3 | 最大 5 TB のファイルを置ける",
        "S3 | オブジェクトはデフォルトでは暗号化されない",
        "S3 | 1アカウントにバケットは100個まで",
        "gp3 | 3,000〜16,000 IOPSを指定できる",
        "io2 | 最大64,000IOPS",
        "EBS | 複数のインスタンスに同時にアタッチすることはできない",
        "Lambda | 最大実行時間は5分",
        "Lambda | メモリは128MBから3,008MBまで",
        "Lambda | /tmp は512MBまで使える",
        "Lambda | 非同期呼び出しのペイロードは256KBまで",
        "DynamoDB | トランザクションには対応していない",
        "DynamoDBトランザクション | 1つのトランザクションは25項目まで",
        "Aurora | ストレージは最大64TBまで自動で伸びる",
        "Aurora Serverless | v1とくらべて起動が速い",
        "SQS | メッセージの最大サイズは256KB",
        "SQS | メッセージは4日間保存され、過ぎると自動的に削除される",
        "Kinesis Data Streams | データの保持は最長7日",
        "Firehose | Kinesis Data FirehoseでS3に貯める",
        "Firehose | 配信までに最低60秒かかる",
        "KDA | Kinesis Data AnalyticsでSQLを実行する",
        "CloudWatch Events | CloudWatch Eventsのルールで定期的に起動する",
        "API Gateway | 統合タイムアウトは最大29秒",
        "AWS SSO | AWS SSOで複数のアカウントに入る",
        "MFA | MFAデバイスは1人1台までしか登録できない",
        "KMS | 自動ローテーションの周期は1年で変更できない",
        "AWSマネージドキー | 3年ごとにローテーションされる",
        "ACM | 証明書の秘密鍵はエクスポートできない",
        "CloudFormation | 1つのテンプレートに書けるリソースは200個",
        "OpsWorks | Chefを使うならOpsWorks",
        "CodeCommit | 2024年に新規の受付を停止した",
        "QLDB | 変更の履歴を検証したいならQLDB",
        "Elastic Transcoder | Elastic Transcoderで動画の形式を変える",
        "Amazon ES | Amazon Elasticsearch Serviceでログを検索する",
        "MGN | サーバーの構成データと使用率を収集する",
        "Neptune | GraphQLで問い合わせるグラフデータベース",
        "Fargate | エフェメラルストレージは20GBまで",
        "Redshift | マルチAZには対応していない",
      })
  void accusesWhatNoLongerHolds(String subject, String statement) {
    assertThat(GLOSSARY.factsAgainst(term(subject), statement)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NLB | 2023年8月からNLBもセキュリティグループに対応した",
        "NLB | 以前はセキュリティグループを設定できなかったが、いまはできる",
        "NLB | セキュリティグループは作成時に付けないと後から付けられない",
        "NLB | セキュリティグループで許可していない通信は届かない。IPアドレスは変えられない",
        "NLB | アイドルタイムアウトは既定で350秒",
        "NLB | TLSリスナーのアイドルタイムアウトは350秒で固定",
        "NLB | 3350秒で固定",
        "NLB | X-Forwarded-Forヘッダーは使えない",
        "NLB | Proxy Protocolはv2だけで、v1はCLBのもの",
        "ALB | UDPには対応していない",
        "ALB | 静的IPアドレスは使えない",
        "ALB | TLS 1.0、1.1、1.2、1.3に対応",
        "CLB | TLS 1.3には対応していない",
        "スティッキーセッション | ALB・CLB・NLBで利用できる",
        "スティッキーセッション | ALBではCookieを使い、HTTPとHTTPSでのみ働く",
        "CLB | EC2-Classicはサポートが終了した",
        "DXGW | 同じアカウントのVPCだけでなく別アカウントのVPCにもつながる",
        "DXGW | 時間あたりの料金はかからない",
        "Direct Connect | そのままでは暗号化されない",
        "Direct Connect | 標準では暗号化できないので、MACsecかVPNを使う",
        "フローログ | CloudWatch LogsとS3に出力できる",
        "VPCピアリング | 別リージョンのセキュリティグループは参照できない",
        "VPCピアリング | CIDRが重なるVPCとは接続できない",
        "ゲートウェイエンドポイント | S3とDynamoDBで使う",
        "EIP | 停止中のインスタンスに関連付けていても料金がかかる",
        "OAI | OAIではなくOACを使う",
        "S3 | すべての操作で強い整合性を持つ",
        "S3 | クロスリージョンレプリケーションは結果整合性",
        "S3 | 1回のPUTで送れるのは5GBまで",
        "S3 | 1オブジェクトは最大50TB",
        "S3 | 15TBのファイルを分割する",
        "S3 | 100MBを超えるオブジェクトはマルチパートアップロードでバケットに送る",
        "gp2 | 最大16,000 IOPS",
        "gp3 | 80,000 IOPSまで(以前は16,000)",
        "io1 | 最大64,000 IOPS",
        "EBS | 別のAZのインスタンスにはアタッチできない",
        "EBS | gp3は複数のインスタンスにアタッチできない",
        "Lambda | 最大実行時間は15分",
        "Lambda | SQSのバッチウィンドウは最大5分",
        "Lambda | /tmpは既定で512MB、最大10,240MB",
        "Lambda | 同期呼び出しのペイロードは6MBまで",
        "Lambda | レイヤーはコンテナイメージでは使えない",
        "DynamoDB | 1項目は400KBまで",
        "DynamoDB | BatchWriteItemは25項目まで",
        "Aurora | ストレージは10GBから自動で伸びる",
        "SQS | メッセージは最大1MiB(以前は256KB)",
        "SQS | 保持期間は既定で4日",
        "SQS | 料金は64KBごとに数え、256KBなら4リクエストになる",
        "SNS | FIFOトピックからメールには配信できない",
        "Kinesis Data Streams | シャードごとに毎秒1MBまで書き込める",
        "Kinesis Data Streams | 既定の保持期間は24時間",
        "Firehose | Kinesis Data Firehoseから改名された",
        "Firehose | ゼロバッファリングなら60秒も待たない",
        "EventBridge | 旧CloudWatch Events",
        "API Gateway | HTTP APIのタイムアウトは最大30秒",
        "API Gateway | 29秒を超える統合タイムアウトも申請できる",
        "IAM Identity Center | AWS SSOの後継",
        "IAM Identity Center | aws sso loginを実行する",
        "KMS | AWSマネージドキーの周期は1年で変更できない",
        "KMS | 直接暗号化できるデータは4KBまで",
        "ACM | ACMの証明書は自動で更新される",
        "OpsWorks | OpsWorksは2024年に終了した",
        "CodeCommit | いったん新規の受付を停止したが再開した",
        "MGN | オンプレミスのサーバーをそのまま移行する",
        "Fargate | エフェメラルストレージは既定で20GiB、最大200GiB",
        "RDS | スタンバイは読み取りに使えない",
        "S3 | 詳しくは https://example.com/5TB-max-object を読む",
      })
  void leavesAloneWhatIsRight(String subject, String statement) {
    assertThat(GLOSSARY.factsAgainst(term(subject), statement)).isEmpty();
  }

  @Test
  void everyFactCanBeRead() {
    assertThat(GLOSSARY.terms().stream().flatMap(t -> t.facts().stream()).distinct())
        .hasSizeGreaterThanOrEqualTo(60)
        .allSatisfy(fact -> assertThat(fact.now()).endsWith("。"));
  }

  private static Term term(String name) {
    return GLOSSARY.find(name).orElseThrow(() -> new AssertionError("no term: " + name));
  }
}
