package dev.terakoya.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the image's build does to jars. */
class WithoutLocalsTest {
  private static final String CLASS = "dev/terakoya/build/WithoutLocalsTest.class";

  @Test
  void takesTheNamesOfLocalsOutAndLeavesLinesAndOtherFiles(@TempDir Path folder) throws Exception {
    byte[] before = Files.readAllBytes(Path.of("target/test-classes", CLASS));
    assertThat(locals(before)).isPositive();
    Path jar =
        jar(folder, List.of(CLASS, "odd/Not.class", "a.txt"), List.of(before, odd(), text()));

    Path java = Path.of(ProcessHandle.current().info().command().orElseThrow());
    Process process =
        new ProcessBuilder(
                java.toString(), "src/image/WithoutLocals.java", folder.resolve("a.jar").toString())
            .redirectErrorStream(true)
            .start();
    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isEmpty();
    assertThat(process.waitFor()).isZero();

    try (ZipFile after = new ZipFile(jar.toFile())) {
      assertThat(after.stream().map(ZipEntry::getName))
          .containsExactly(CLASS, "odd/Not.class", "a.txt");
      byte[] rewritten = after.getInputStream(after.getEntry(CLASS)).readAllBytes();
      assertThat(locals(rewritten)).isZero();
      assertThat(lines(rewritten)).isEqualTo(lines(before)).isPositive();
      assertThat(after.getInputStream(after.getEntry("odd/Not.class")).readAllBytes())
          .isEqualTo(odd());
      assertThat(after.getInputStream(after.getEntry("a.txt")).readAllBytes()).isEqualTo(text());
    }
  }

  private static byte[] odd() {
    return "no class at all".getBytes(UTF_8);
  }

  private static byte[] text() {
    return "桟橋".getBytes(UTF_8);
  }

  private static Path jar(Path folder, List<String> names, List<byte[]> contents)
      throws IOException {
    Path jar = folder.resolve("a.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (int i = 0; i < names.size(); i++) {
        out.putNextEntry(new ZipEntry(names.get(i)));
        out.write(contents.get(i));
        out.closeEntry();
      }
    }
    return jar;
  }

  private static long locals(byte[] of) {
    return code(of)
        .filter(c -> c.findAttribute(Attributes.localVariableTable()).isPresent())
        .count();
  }

  private static long lines(byte[] of) {
    return code(of).filter(c -> c.findAttribute(Attributes.lineNumberTable()).isPresent()).count();
  }

  private static Stream<CodeModel> code(byte[] of) {
    ClassModel parsed = ClassFile.of().parse(of);
    return parsed.methods().stream().map(MethodModel::code).flatMap(java.util.Optional::stream);
  }
}
