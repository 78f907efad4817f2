package photocat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/**
 * The text that this process was started with: arguments, variables, and the name of its folder.
 * Java reads them by the locale, and where it cannot, it goes on with other letters, or in a folder
 * that nobody named. That would be stored for good, so it is refused.
 */
final class StartText {
  /** What Java puts in place of bytes that it cannot read. */
  private static final String UNREADABLE = "\ufffd";

  private StartText() {}

  /** Returns why photocat must not start; empty where everything was read as it was typed. */
  static Optional<PhotocatException> flaw(List<String> arguments, ProcessEnvironment around) {
    return Stream.of(encodingFlaw(), argumentFlaw(arguments), variableFlaw(around.environment()))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> folderFlaw(around.folder()));
  }

  /** Windows hands over file names and arguments in UTF-16, whatever it calls its encoding. */
  private static Optional<PhotocatException> encodingFlaw() {
    if (System.getProperty("os.name", "").startsWith("Windows")) {
      return Optional.empty();
    }
    return Stream.of(System.getProperty("sun.jnu.encoding", ""), Charset.defaultCharset().name())
        .filter(encoding -> !encoding.equalsIgnoreCase("UTF-8"))
        .findFirst()
        .map(StartText::notIn);
  }

  private static PhotocatException notIn(String encoding) {
    String message =
        "cannot read names and arguments: Java takes them for %s here, not for UTF-8"
            .formatted(encoding);
    return PhotocatException.of(ExitStatus.FAILED, message)
        .withHint(
            "start the script photocat, which looks for a UTF-8 locale,"
                + " or set LC_ALL to one, such as C.UTF-8");
  }

  private static Optional<PhotocatException> argumentFlaw(List<String> arguments) {
    return arguments.stream()
        .filter(argument -> argument.contains(UNREADABLE) && !isUtf8("/proc/self/cmdline"))
        .findFirst()
        .map(argument -> notUtf8("the argument '" + argument + "'"));
  }

  private static Optional<PhotocatException> variableFlaw(Map<String, String> environment) {
    return environment.entrySet().stream()
        .filter(variable -> variable.getValue().contains(UNREADABLE))
        .filter(variable -> variable.getKey().matches("HOME|(PHOTOCAT|XDG)_.*"))
        .filter(variable -> !isUtf8("/proc/self/environ"))
        .findFirst()
        .map(variable -> notUtf8("$" + variable.getKey() + ", " + variable.getValue()));
  }

  private static Optional<PhotocatException> folderFlaw(Path folder) {
    return folder.toString().contains(UNREADABLE) && !isFolderOfProcess(folder)
        ? Optional.of(notUtf8("the name of the folder " + folder))
        : Optional.empty();
  }

  private static PhotocatException notUtf8(String what) {
    return PhotocatException.of(
            ExitStatus.FAILED, "cannot read %s: it is not UTF-8".formatted(what))
        .withHint(
            "it comes from a terminal, script or disk with another encoding; write it in UTF-8");
  }

  /** Tells whether a person wrote that letter: then all that Linux handed over is sound. */
  private static boolean isUtf8(String handedOver) {
    try {
      byte[] bytes = Files.readAllBytes(Path.of(handedOver));
      return !StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).isEmpty();
    } catch (IOException e) {
      return false; // not UTF-8, or not Linux
    }
  }

  private static boolean isFolderOfProcess(Path folder) {
    try {
      return Files.isSameFile(folder, Path.of("/proc/self/cwd"));
    } catch (IOException e) {
      return false;
    }
  }
}
