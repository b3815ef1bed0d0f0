package dev.terakoya.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A newcomer's first two minutes, in a real Chromium, with the real app behind the page. */
class BrowserTest {
  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  @TempDir private Path folder;

  @Test
  void aNewcomerLooksUpAnswersAsTwoMembersReadsHomeAndDropsNotes() {
    assumeTrue(
        Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
        "skipped: needs /usr/bin/chromium and /usr/bin/chromedriver, and they are not here");
    try (PretendWorkspace workspace = new PretendWorkspace(Path.of("notes"), folder)) {
      ChromeDriver browser = browser();
      try {
        browser.get(workspace.slack.page().toString());
        lookUp(browser);
        answer(browser, workspace);
        home(browser);
        dropNotes(browser);
      } finally {
        browser.quit();
      }
      assertThat(workspace.slack.refused()).isEmpty();
    }
  }

  private static void lookUp(ChromeDriver browser) {
    see(browser, "aws-勉強会");
    PretendWorkspace.eventually(
        () -> "write".equals(browser.switchTo().activeElement().getAttribute("id")));
    assertThat(browser.findElement(By.id("write")).getAttribute("value")).isEqualTo("/aws NLB");
    browser.findElement(By.id("write")).sendKeys(Keys.ENTER);
    see(browser, "あなただけに表示されています");
    see(browser, "network/elb.md");
  }

  private static void answer(ChromeDriver browser, PretendWorkspace workspace) {
    PretendWorkspace.eventually(
        () -> workspace.wiring.daily().next(workspace.clock.instant()).isPresent());
    click(browser, "//header//button[contains(., '次の営業日')]");
    see(browser, "まだだれも答えていません");
    String option = firstOption(workspace);
    for (String member : new String[] {"佐藤 葵", "鈴木 蓮"}) {
      click(browser, "//nav//*[contains(text(), '" + member + "')]");
      click(browser, "//*[@id='stream']//button[normalize-space()=\"" + option + "\"]");
      see(browser, "正解です");
    }
    see(browser, "2 人が回答済み");
  }

  /** What the first answer button of the posted question says. */
  private static String firstOption(PretendWorkspace workspace) {
    for (var block : workspace.seenBy(PretendWorkspace.SUZUKI).getLast().blocks()) {
      if (block.toString().contains("quiz_answer_0")) {
        return block
            .getAsJsonArray("elements")
            .get(0)
            .getAsJsonObject()
            .getAsJsonObject("text")
            .get("text")
            .getAsString();
      }
    }
    throw new AssertionError("the question has no buttons");
  }

  private static void home(ChromeDriver browser) {
    click(browser, "//nav//*[contains(text(), 'ホーム')]");
    see(browser, "自分の記録");
  }

  private static void dropNotes(ChromeDriver browser) {
    browser.executeScript(
        "window.playground.takeFiles([{ path: 'k8s.md', file: new File(['# Pod\\n\\nPod"
            + " は、コンテナをまとめる最小の単位。\\n'], 'k8s.md') }])");
    see(browser, "1");
    see(browser, "ファイル");
  }

  private static void see(ChromeDriver browser, String text) {
    PretendWorkspace.eventually(
        () -> browser.findElement(By.tagName("body")).getText().contains(text));
  }

  private static void click(ChromeDriver browser, String path) {
    PretendWorkspace.eventually(() -> {
      try {
        Optional<WebElement> shown =
            browser.findElements(By.xpath(path)).stream()
                .filter(WebElement::isDisplayed)
                .findFirst();
        shown.ifPresent(WebElement::click);
        return shown.isPresent();
      } catch (StaleElementReferenceException e) {
        // The page has been drawn anew in between: not clicked yet.
        return false;
      }
    });
  }

  private static ChromeDriver browser() {
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
        "--disable-quic",
        "--force-prefers-reduced-motion",
        "--window-size=1440,900");
    ChromeDriver browser =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
    browser.manage().timeouts().scriptTimeout(Duration.ofSeconds(10));
    return browser;
  }
}
