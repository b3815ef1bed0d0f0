package dev.terakoya.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real Chromium types, clicks and reads; skipped where there is none. */
class PageTest {
  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static ChromeDriver browser;
  private final DemoApp.Time time = new DemoApp.Time();
  private final FakeSlack slack = FakeSlack.start(0, DemoApp.SECRET, DemoApp.workspace(), time);
  private DemoApp app;

  @BeforeAll
  static void open() {
    assumeTrue(
        Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
        "skipped: the page is tested in /usr/bin/chromium with /usr/bin/chromedriver, and they are"
            + " not here");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(BROWSER.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--force-prefers-reduced-motion",
        "--disable-quic",
        "--window-size=1440,900");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
    browser.manage().timeouts().scriptTimeout(PATIENCE);
  }

  @AfterAll
  static void shut() {
    if (browser != null) {
      browser.quit();
    }
  }

  @BeforeEach
  void start() throws Exception {
    app = DemoApp.start(slack);
    time.daily = app::ask;
    browser.manage().window().setSize(new Dimension(1440, 900));
    browser.get(slack.page().toString());
    await("return document.activeElement.id === 'write'");
  }

  @AfterEach
  void stop() {
    browser.get("about:blank");
    app.close();
    slack.close();
  }

  @Test
  void aNewcomerSeesEverythingInFourSteps() {
    assertThat(one("#write").getDomProperty("value")).isEqualTo("/aws NLB");
    one("#write").sendKeys(Keys.ENTER);
    awaitText(".message.private", "NLB（Network Load Balancer）");
    awaitText(".message.private .only", "あなただけに表示されています");

    one("#next").click();
    awaitText(".message:not(.private)", "0 人が回答済み");
    WebElement question = one(".message:not(.private)");
    String ts = question.getDomAttribute("data-ts");
    one("[data-action=answer1]").click();
    awaitText("[data-ts='" + ts + "']", "1 人が回答済み");
    awaitText(".message.private:last-child", "不正解です");

    one("[data-member=U0EMMA]").click();
    await("return document.documentElement.lang === 'en'");
    awaitText("#list", "1 人が回答済み");
    assertThat(all(".message.private")).as("others' private answers").isEmpty();

    one("[data-channel=home]").click();
    awaitText("#stream", "あなたの記録");
    assertThat(all("#guide li.done")).hasSize(4);
    assertThat(problems()).isEmpty();
  }

  @Test
  void drawsEveryBlockAndNoMarkupFromText() {
    send("/aws all");
    awaitText("#list", "すべてのブロック");
    for (String css :
        List.of(
            "h3.header",
            ".section .accessory button.more",
            ".fields",
            "hr",
            ".rich ol",
            ".rich ul.indent2",
            "blockquote",
            "pre",
            ".markdown table",
            "th.right",
            "svg.axes rect",
            "svg.pie path",
            "button.btn.primary",
            "button.btn.danger",
            "a.btn",
            ".several .chip",
            "input[type=time]",
            "input[type=date]",
            "select.pick",
            "input[type=checkbox]",
            "input[type=radio]",
            "input.search",
            "figure.image img",
            ".picture a",
            ".b-input input",
            ".context img",
            ".feedback",
            ".mention.all")) {
      assertThat(all(".message " + css)).as(css).isNotEmpty();
    }
    assertThat(all(".message img[onerror], .message script, a[href^='javascript']")).isEmpty();
    assertThat(one("#list").getText())
        .contains("<!channel> は素の文字", "<img src=x onerror=alert(1)>", "危ないリンク", "*そのまま*")
        .doesNotContain("[", "**", "| ---");
    assertThat(problems()).isEmpty();
  }

  @Test
  void choosesAndConfirms() {
    send("/aws all");
    awaitText("#list", "すべてのブロック");
    one(".message [data-action=menu]").click();
    all(".menu button").get(1).click();
    awaitReceived("\"selected_option\":{\"text\":{\"type\":\"plain_text\",\"text\":\"削除\"");
    one(".message [data-action=b2]").click();
    one("dialog .btn.solid").click();
    awaitReceived("\"action_id\":\"b2\"");
    browser.executeScript(
        "const s = document.querySelector('[data-action=where]'); s.value = 'C0RANDOM';"
            + " s.dispatchEvent(new Event('change'))");
    awaitReceived("\"selected_conversation\":\"C0RANDOM\"");
  }

  @Test
  void aModalKeepsWhatIsTypedAndShowsWhatIsMissing() {
    send("/aws form");
    awaitText("dialog", "今日の一問の設定");
    one("#submit").click();
    awaitText("dialog .error", "入力してください");
    one("dialog textarea").sendKeys("25:00 に");
    one("#submit").click();
    awaitText("dialog .error", "もう少し詳しく書いてください。");
    assertThat(one("dialog textarea").getDomProperty("value")).isEqualTo("25:00 に");
    one("dialog textarea").clear();
    one("dialog textarea").sendKeys("朝会のあとに");
    one("#submit").click();
    await("return !document.querySelector('dialog')");
    awaitReceived("朝会のあとに");
  }

  @Test
  void completesCommandsAndRecallsWhatWasSent() {
    WebElement box = one("#write");
    box.clear();
    box.sendKeys("/aws q");
    awaitText("#complete", "一問だけ出題する");
    box.sendKeys(Keys.TAB);
    assertThat(box.getDomProperty("value")).isEqualTo("/aws quiz ");
    box.sendKeys(Keys.ENTER);
    awaitText("#list", "quiz");
    one("#write").sendKeys(Keys.ARROW_UP);
    assertThat(one("#write").getDomProperty("value")).isEqualTo("/aws quiz");
  }

  @Test
  void readsDroppedNotes() {
    browser.executeScript(
        "playground.takeFiles([{path:'a.md',file:new File(['# A'],'a.md')},{path:'b/c.md',file:new"
            + " File(['# C'],'c.md')}])");
    awaitText(".tiles", "148");
    assertThat(all(".tile b").getFirst().getText()).isEqualTo("2");
    one("[data-lookup='NLB']").click();
    awaitText("#list", "NLB（Network Load Balancer）");
  }

  @Test
  void runsAShortcutFromAMessageAndAReplyFromItsMenu() {
    slack.say("U0SUZUKI", "C0STUDY", "NLB と ALB の違い", "");
    awaitText("#list", "NLB と ALB の違い");
    browser.executeScript("document.querySelector('.dots').click()");
    all(".menu button").getFirst().click();
    awaitReceived("\"callback_id\":\"look\"");
    browser.executeScript("document.querySelector('.dots').click()");
    all(".menu button").get(1).click();
    send("ここを読むとよいです");
    awaitText(".message.reply", "ここを読むとよいです");
  }

  @Test
  void nothingIsWiderThanAPhone() {
    browser.manage().window().setSize(new Dimension(500, 844));
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        java.util.Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
    send("/aws all");
    awaitText("#list", "すべてのブロック");
    Object wide =
        browser.executeScript(
            "return [...document.querySelectorAll('#main *, #top *')].filter(e =>"
                + " e.getBoundingClientRect().right > 391 && !e.closest('.scroll')).map(e =>"
                + " e.outerHTML.slice(0, 80))");
    browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", java.util.Map.of());
    assertThat((List<?>) wide).isEmpty();
  }

  private void send(String text) {
    browser.executeScript("document.getElementById('write').value = ''");
    one("#write").sendKeys(text, Keys.ENTER);
  }

  private static WebElement one(String css) {
    return browser.findElement(By.cssSelector(css));
  }

  private static List<WebElement> all(String css) {
    return browser.findElements(By.cssSelector(css));
  }

  /** Waits in the page itself until a function body is true. */
  private static void await(String script, Object... arguments) {
    String poll =
        "const args = [...arguments], done = args.pop(); const look = () => (function () {"
            + script
            + "}).apply(null, args) ? done(true) : setTimeout(look, 15); look();";
    assertThat(browser.executeAsyncScript(poll, arguments)).isEqualTo(true);
  }

  private static void awaitText(String css, String text) {
    await(
        "return [...document.querySelectorAll(arguments[0])].some(e =>"
            + " e.innerText.includes(arguments[1]))",
        css,
        text);
  }

  private void awaitReceived(String part) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (app.received.stream().noneMatch(r -> r.toString().contains(part))) {
      assertThat(System.nanoTime()).as("a request with %s", part).isLessThan(end);
      browser.executeScript("return 1");
    }
  }

  private static List<String> problems() {
    return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(e -> e.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue())
        .map(org.openqa.selenium.logging.LogEntry::getMessage)
        .filter(m -> m.contains("127.0.0.1"))
        .toList();
  }
}
