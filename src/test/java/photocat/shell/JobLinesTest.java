package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import photocat.job.Job;
import photocat.job.Jobs;
import photocat.job.Progress.Step;
import photocat.job.Progress.Unit;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;

final class JobLinesTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private final JobLines lines = new JobLines(false);
  private final Jobs jobs = new Jobs();

  @AfterEach
  void close() {
    jobs.close();
  }

  @Test
  void showsHowFarTwoJobsAreAndHowManyMoreThereAre() {
    Job download = job("download start plants");
    step(download, 3_250, 1_204, 2);
    List<Job> all = List.of(download, job("match"), job("verify plants"), job("x"));

    List<String> bar = lines.bar(all, 120);

    assertThat(bar).hasSize(2);
    assertThat(bar.get(0))
        .startsWith("[1] download start plants  ###.......   37 %  1,204/3,250  ")
        .endsWith("/s  2 failed");
    assertThat(bar.get(1)).isEqualTo("[2] match  0 s  +2 more");
  }

  @Test
  void keepsItsHeightWhateverTheNumberOfJobs() {
    assertThat(lines.bar(List.of(), 80)).isEmpty();
    assertThat(lines.bar(List.of(job("match")), 80)).containsExactly("", "[1] match  0 s");
  }

  @Test
  void fitsTheScreenAndSpellsControlCharactersOut() {
    Job job = job("download start " + "x".repeat(60) + "\u001b[2J");
    step(job, 10, 5, 0);

    assertThat(lines.bar(List.of(job), 40)).allMatch(line -> line.length() <= 40);
    assertThat(new JobLines(true).bar(List.of(job("\u001b[2J")), 80).get(1))
        .startsWith("[2] \\x1b[2J");
  }

  @Test
  void drawsWithBlocksWhereTheTerminalKnowsThem() {
    Job job = job("verify m");
    step(job, 10, 5, 0);

    assertThat(new JobLines(true).bar(List.of(job), 80).get(1)).contains("█████░░░░░   50 %");
  }

  @Test
  void tellsEveryTenthOnceWhereThereIsNoBar() {
    DecileNews percents = new DecileNews(lines);
    Job job = job("verify m");
    Step step = job.progress().start("verifying m", Unit.PHOTOS, 100);

    step.at(9, List.of());
    assertThat(percents.news(List.of(job))).isEmpty();
    step.at(25, List.of());
    assertThat(percents.news(List.of(job)))
        .singleElement()
        .asString()
        .startsWith("[1] verify m   25 %  25/100  ");
    step.at(29, List.of());
    assertThat(percents.news(List.of(job))).isEmpty();
    step.at(30, List.of());
    assertThat(percents.news(List.of(job))).hasSize(1);
  }

  private Job job(String title) {
    Job job = new Job(title, true, new Cancellation(), CLOCK);
    jobs.runHere(job, List.of(), () -> ExitStatus.DONE);
    return job;
  }

  private static void step(Job job, long total, long done, long failures) {
    Step step = job.progress().start("downloading", Unit.PHOTOS, total);
    step.at(done, List.of());
    step.tally(0, failures);
  }
}
