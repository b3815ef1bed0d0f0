package dev.terakoya.slack;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.ConversationsSelectElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.TimePickerElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.terakoya.daily.DailySettings;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The window that shows and changes when and about what a channel is asked. */
final class DailyView {
  private DailyView() {}

  static View of(Texts texts, DailySettings settings) {
    List<OptionObject> days =
        Arrays.stream(DayOfWeek.values()).map(d -> option(day(texts, d), d.name())).toList();
    List<OptionObject> chosen =
        days.stream()
            .filter(o -> settings.days().contains(DayOfWeek.valueOf(o.getValue())))
            .toList();
    List<OptionObject> languages = List.of(option("日本語", "ja"), option("English", "en"));
    OptionObject approval = option(texts.say("daily.approval-on"), "approval");
    List<LayoutBlock> blocks =
        List.of(
            input(
                "channel",
                texts.say("daily.channel"),
                ConversationsSelectElement.builder()
                    .actionId("channel")
                    .initialConversation(
                        settings.channel().equals(NONE) ? null : settings.channel())
                    .build(),
                false),
            input(
                "at",
                texts.say("daily.at"),
                TimePickerElement.builder()
                    .actionId("at")
                    .initialTime(settings.at().toString())
                    .build(),
                false),
            input(
                "closeAt",
                texts.say("daily.close-at"),
                TimePickerElement.builder()
                    .actionId("closeAt")
                    .initialTime(settings.closeAt().toString())
                    .build(),
                false),
            input("zone", texts.say("daily.zone"), words("zone", settings.zone().getId()), false),
            input(
                "days",
                texts.say("daily.days"),
                CheckboxesElement.builder()
                    .actionId("days")
                    .options(days)
                    .initialOptions(chosen)
                    .build(),
                false),
            input(
                "holidays",
                texts.say("daily.holidays"),
                words("holidays", settings.holidays()),
                true),
            input(
                "topics",
                texts.say("daily.topics"),
                words("topics", String.join(", ", settings.topics())),
                true),
            input("pause", texts.say("daily.pause"), day("pause", settings.pausedUntil()), true),
            input("exam", texts.say("daily.exam"), day("exam", settings.examDay()), true),
            input("weights", texts.say("daily.weights"), words("weights", weights(settings)), true),
            input(
                "language",
                texts.say("daily.language"),
                StaticSelectElement.builder()
                    .actionId("language")
                    .options(languages)
                    .initialOption(
                        settings.language().startsWith("en") ? languages.get(1) : languages.get(0))
                    .build(),
                false),
            input(
                "approval",
                texts.say("daily.approval"),
                CheckboxesElement.builder()
                    .actionId("approval")
                    .options(List.of(approval))
                    .initialOptions(settings.approval() ? List.of(approval) : null)
                    .build(),
                true));
    return Ui.modal(texts.say("daily.settings"), blocks)
        .callbackId(Actions.DAILY_VIEW)
        .submit(Ui.submit(texts.say("save")))
        .close(Ui.close(texts.say("cancel")))
        .build();
  }

  /** Stands for a channel that is not chosen yet. */
  static final String NONE = "none";

  private static String day(Texts texts, DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, texts.language().locale());
  }

  private static OptionObject option(String label, String value) {
    return OptionObject.builder()
        .text(Ui.plain(label, SlackLimits.BUTTON_TEXT))
        .value(value)
        .build();
  }

  private static BlockElement words(String id, String now) {
    return PlainTextInputElement.builder()
        .actionId(id)
        .initialValue(now.isEmpty() ? null : now)
        .maxLength(300)
        .build();
  }

  private static BlockElement day(String id, @Nullable LocalDate day) {
    return DatePickerElement.builder()
        .actionId(id)
        .initialDate(day == null ? null : day.toString())
        .build();
  }

  private static String weights(DailySettings settings) {
    return settings.weights().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(w -> w.getKey() + "=" + w.getValue())
        .collect(Collectors.joining(", "));
  }

  private static LayoutBlock input(
      String id, String label, BlockElement element, boolean optional) {
    return InputBlock.builder()
        .blockId(id)
        .label(Ui.plain(label, SlackLimits.HEADER_TEXT))
        .element(element)
        .optional(optional)
        .build();
  }

  /**
   * The settings that somebody sent.
   *
   * @param faults takes what is wrong, by input
   */
  static @Nullable DailySettings read(
      View view, DailySettings before, Texts texts, Map<String, String> faults) {
    Map<String, ViewState.Value> values = new LinkedHashMap<>();
    view.getState()
        .getValues()
        .forEach((block, inputs) -> inputs.forEach((action, value) -> values.put(block, value)));
    try {
      ZoneId zone = zone(text(values, "zone"), texts, faults);
      Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
      input(values, "days")
          .getSelectedOptions()
          .forEach(o -> days.add(DayOfWeek.valueOf(o.getValue())));
      if (days.isEmpty()) {
        faults.put("days", texts.say("daily.no-day"));
      }
      List<String> topics = list(text(values, "topics"));
      Map<String, Double> weights = weights(text(values, "weights"), texts, faults);
      boolean approval = checked(values.get("approval"));
      if (!faults.isEmpty()) {
        return null;
      }
      return DailySettings.usual(before.team(), input(values, "channel").getSelectedConversation())
          .pausedUntil(date(values, "pause"))
          .examined(date(values, "exam"), weights)
          .at(
              LocalTime.parse(input(values, "at").getSelectedTime()),
              LocalTime.parse(input(values, "closeAt").getSelectedTime()),
              zone)
          .on(days, text(values, "holidays"))
          .about(topics, input(values, "language").getSelectedOption().getValue(), approval);
    } catch (IllegalArgumentException e) {
      faults.put("holidays", String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static List<String> list(String written) {
    return Arrays.stream(written.split("[,、]", -1))
        .map(String::strip)
        .filter(t -> !t.isEmpty())
        .toList();
  }

  private static Map<String, Double> weights(
      String written, Texts texts, Map<String, String> faults) {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String weight : list(written)) {
      String[] parts = weight.split("[=＝]", 2);
      if (parts.length == 2 && parts[1].strip().matches("\\d{1,3}(\\.\\d{1,2})?")) {
        weights.put(parts[0].strip(), Double.valueOf(parts[1].strip()));
      } else {
        faults.put("weights", texts.say("daily.no-weight", weight));
      }
    }
    return weights;
  }

  private static @Nullable LocalDate date(Map<String, ViewState.Value> values, String name) {
    ViewState.Value value = values.get(name);
    String day = value == null ? null : value.getSelectedDate();
    return day == null ? null : LocalDate.parse(day);
  }

  private static ZoneId zone(String written, Texts texts, Map<String, String> faults) {
    try {
      return ZoneId.of(written);
    } catch (DateTimeException e) {
      faults.put("zone", texts.say("daily.no-zone"));
      return ZoneId.of("UTC");
    }
  }

  private static String text(Map<String, ViewState.Value> values, String name) {
    ViewState.Value value = values.get(name);
    return value == null || value.getValue() == null ? "" : value.getValue().strip();
  }

  private static ViewState.Value input(Map<String, ViewState.Value> values, String name) {
    ViewState.Value value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the window came back without " + name);
    }
    return value;
  }

  private static boolean checked(ViewState.@Nullable Value value) {
    return value != null
        && value.getSelectedOptions() != null
        && !value.getSelectedOptions().isEmpty();
  }
}
