package photocat.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import photocat.job.Job.State;
import photocat.job.Progress.Unit;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.Waiting;
import photocat.model.setting.Setting;

final class JobsTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));
  private final Jobs jobs = new Jobs();

  @AfterEach
  void close() {
    jobs.close();
  }

  @Test
  void runsInTheBackgroundAndSaysHowItEnded() {
    List<String> ended = new CopyOnWriteArrayList<>();
    jobs.onEnd(job -> ended.add(job.id() + " " + job.state().word()));

    Job good = started("one", List.of(), () -> ExitStatus.PARTIAL);
    assertThat(good.await(new Cancellation())).isTrue();
    Job bad =
        started(
            "two",
            List.of(),
            () -> {
              throw PhotocatException.of(ExitStatus.FAILED, "no luck");
            });
    bad.await(new Cancellation());

    assertThat(ended).containsExactly("1 partial", "2 failed");
    assertThat(good.kind()).isEqualTo(ExitStatus.PARTIAL);
    assertThat(bad.failure()).get().hasToString("photocat.model.PhotocatException: no luck");
    assertThat(jobs.all()).containsExactly(good, bad);
    assertThat(jobs.running()).isEmpty();
  }

  @Test
  void waitsForAJobOfAnotherProcessThatWorksOnTheSame() {
    Job first = started("shortlist load a", List.of(Claim.names()), JobsTest::untilStopped);
    List<String> told = new CopyOnWriteArrayList<>();
    Job client = new Job("shortlist load b", "process 2", false, new Cancellation(), CLOCK);
    Job own = job("shortlist load c", false);
    Consumer<String> toldThenEnds =
        text -> {
          told.add(text);
          jobs.cancel(first);
        };

    try (Waiting waiting =
        new Waiting("the names", Duration.ofMinutes(1), toldThenEnds, new Cancellation())) {
      assertThatThrownBy(
              () -> jobs.runHere(own, List.of(Claim.names()), waiting, () -> ExitStatus.DONE))
          .hasMessage("cannot start shortlist load c: job 1 (shortlist load a) works on the names");
      assertThat(jobs.runHere(client, List.of(Claim.names()), waiting, () -> ExitStatus.PARTIAL))
          .isEqualTo(ExitStatus.PARTIAL);
    }

    assertThat(told)
        .singleElement()
        .asString()
        .startsWith("waiting for job 1 (shortlist load a)")
        .endsWith(", for process 1 (photocat), for up to 1 min 0 s; Ctrl-C stops the wait");
  }

  @Test
  void refusesToStartWhatFightsWithAJobAndNamesIt() {
    Job first = started("download start m", List.of(Claim.manifest("m")), JobsTest::untilStopped);
    started("download start other", List.of(Claim.manifest("other")), JobsTest::untilStopped);

    assertThatThrownBy(
            () -> started("manifest drop m", List.of(Claim.reading("m")), () -> ExitStatus.DONE))
        .hasMessage("cannot start manifest drop m: job 1 (download start m) works on manifest m");
    assertThatThrownBy(
            () ->
                jobs.runHere(
                    job("verify m", false), List.of(Claim.manifest("m")), () -> ExitStatus.DONE))
        .isInstanceOf(PhotocatException.class);
    Job client = new Job("verify m", "process 2 (photocat)", false, new Cancellation(), CLOCK);
    assertThatThrownBy(
            () -> jobs.runHere(client, List.of(Claim.manifest("m")), () -> ExitStatus.DONE))
        .hasMessageStartingWith(
            "cannot start verify m: job 1 (download start m) works on manifest m")
        .hasMessageEndingWith(", for process 1 (photocat)");

    jobs.cancel(first);
    first.await(new Cancellation());
    assertThat(jobs.runHere(job("x", false), List.of(Claim.manifest("m")), () -> ExitStatus.DONE))
        .isEqualTo(ExitStatus.DONE);
  }

  @Test
  void readersOfOneThingDoNotFight() {
    started("export 1", List.of(Claim.reading("m")), JobsTest::untilStopped);

    Job second = started("export 2", List.of(Claim.reading("m")), () -> ExitStatus.DONE);

    assertThat(second.await(new Cancellation())).isTrue();
  }

  @Test
  void fourRunAtATimeAndOneThatWaitsCanBeStopped() {
    List<Job> running = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      running.add(started("busy", List.of(), JobsTest::untilStopped));
    }
    Job fifth = started("fifth", List.of(Claim.names()), () -> ExitStatus.DONE);
    Job sixth = started("sixth", List.of(), () -> ExitStatus.DONE);

    assertThat(fifth.state()).isEqualTo(State.WAITING);
    jobs.cancel(fifth);
    assertThat(fifth.state()).isEqualTo(State.STOPPED);
    jobs.cancel(running.get(0));
    assertThat(sixth.await(new Cancellation())).isTrue();
    assertThat(sixth.state()).isEqualTo(State.DONE);
  }

  @Test
  void waitingCanBeStoppedAndTheJobGoesOn() {
    Job job = started("long", List.of(), JobsTest::untilStopped);
    Cancellation waiting = new Cancellation();
    waiting.cancel();

    assertThat(job.await(waiting)).isFalse();
    assertThat(job.state().isOver()).isFalse();
  }

  @Test
  void closingStopsAllAndLetsNoneBegin() {
    Job job = started("long", List.of(), JobsTest::untilStopped);

    jobs.close();

    assertThat(job.state()).isEqualTo(State.STOPPED);
    assertThatThrownBy(() -> started("late", List.of(), () -> ExitStatus.DONE))
        .hasMessage("cannot start late: photocat is ending");
  }

  @Test
  void remembersTheLastThatItSaidAndItsFirstRows() {
    Job job = job("talker", true);
    for (int i = 0; i < 30; i++) {
      job.note("note " + i);
    }
    job.rows().columns(List.of());
    for (int i = 0; i < 1_000; i++) {
      assertThat(job.rows().row(List.of(i))).isTrue();
    }

    assertThat(job.notes()).hasSize(20).startsWith("note 10").endsWith("note 29");
    assertThat(job.rows().row(List.of("one too many"))).isFalse();
    assertThat(job.rows().isCut()).isTrue();
  }

  @Test
  void tellsHowFarAStepIs() {
    JobStep step =
        new JobStep("downloading m", Unit.PHOTOS, 400, 100, 5_000, 2, Duration.ofSeconds(10));

    assertThat(step.percent()).hasValue(25);
    assertThat(step.bytesPerSecond()).isEqualTo(500);
    assertThat(step.left()).contains(Duration.ofSeconds(30));
    assertThat(new JobStep("x", Unit.ROWS, -1, 7, 0, 0, Duration.ofSeconds(2)).percent()).isEmpty();
    assertThat(new JobStep("x", Unit.ROWS, 9, 0, 0, 0, Duration.ofSeconds(2)).left()).isEmpty();
  }

  @Test
  void changesWhatItOffersAndNothingElse() {
    LiveSettings settings = new LiveSettings();
    List<String> changed = new ArrayList<>();
    Setting<Integer> speed = Setting.count("speed", 1, "A number");
    settings.offer(
        new LiveSettings.LiveSetting(
            "speed", "a number", () -> "1", text -> changed.add("" + speed.parse(text))));

    settings.change("speed", "7");

    assertThat(changed).containsExactly("7");
    assertThatThrownBy(() -> settings.change("speed", "fast"))
        .hasMessage("speed is fast, must be a whole number");
    assertThatThrownBy(() -> settings.change("color", "red"))
        .hasMessage("cannot change color: this job has no such setting")
        .extracting(e -> ((PhotocatException) e).hint().orElse(""))
        .isEqualTo("it has speed");
  }

  private Job started(String title, List<Claim> claims, Supplier<ExitStatus> work) {
    return started(title, claims, stop -> work.get());
  }

  private Job started(String title, List<Claim> claims, Function<Cancellation, ExitStatus> work) {
    Job job = job(title, true);
    jobs.start(job, claims, () -> work.apply(job.cancellation()));
    return job;
  }

  private static Job job(String title, boolean background) {
    return new Job(title, "process 1 (photocat)", background, new Cancellation(), CLOCK);
  }

  /** Work without end that heeds a request to stop. */
  private static ExitStatus untilStopped(Cancellation cancellation) {
    CountDownLatch stopped = new CountDownLatch(1);
    cancellation.onCancel(stopped::countDown);
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    cancellation.check("the work");
    return ExitStatus.DONE;
  }
}
