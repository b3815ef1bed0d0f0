package dev.terakoya.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPurposesTest {
  @Test
  void theBundledPurposesAreReadAsYamlWouldReadThem() {
    String text = Bundle.text("purposes.yaml");
    GlossaryFile yaml = new GlossaryFile("yaml", text.replace("\npurposes:", " \npurposes: "));
    assertThat(PlainPurposes.of(text.replace("\npurposes:", "\npurposes: "))).isEmpty();
    assertThat(PlainPurposes.of(text)).hasValue(yaml.purposes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "purposes:\n  nlb: [x]\n",
        "purposes:\n  nlb:\n    - \"x\"\n",
        "purposes:\n  nlb:\n    - x # why\n",
        "purposes:\n  nlb:\n    - a: b\n",
        "purposes:\n  nlb:\n    - x\n      y\n",
        "purposes:\n    - x\n",
        "purposes:\n  nlb:\n",
        "purposes:\n  nlb:\n    - x\nalso:\n  nlb: [y]\n",
        "alone: true\npurposes:\n  nlb:\n    - x\n",
        "",
      })
  void whateverIsMoreThanPlainIsLeftToYaml(String text) {
    assertThat(PlainPurposes.of(text)).isEmpty();
  }
}
