package photocat.fetch;

import java.time.Duration;
import java.util.Optional;
import photocat.image.PhotoFacts;

/** How a photo ended. Always a value: one bad photo never stops a run. */
public sealed interface FetchOutcome {
  /** Returns how far the photo is now. */
  FetchState state();

  /** Returns what is known of the last exchange. */
  Transfer transfer();

  /**
   * The photo is whole under all its names.
   *
   * @param state {@link FetchState#DONE} or {@link FetchState#ADOPTED}
   */
  record Stored(FetchState state, PhotoFacts photo, Transfer transfer) implements FetchOutcome {
    public Stored {
      if (!state.isStored()) {
        throw new IllegalArgumentException("a stored photo cannot be " + state.word());
      }
    }
  }

  /**
   * The photo is not there.
   *
   * @param state any but the stored ones
   * @param reason one stable word, for example {@code http_404}, {@code truncated}, {@code
   *     blocked_address}; all are listed in {@link Fault}
   * @param retryIn when the host may be asked again, if it said so
   */
  record NotStored(FetchState state, String reason, Transfer transfer, Optional<Duration> retryIn)
      implements FetchOutcome {
    /** May be asked again at any time. */
    public NotStored(FetchState state, String reason, Transfer transfer) {
      this(state, reason, transfer, Optional.empty());
    }

    public NotStored {
      if (state.isStored()) {
        throw new IllegalArgumentException("a photo that is not stored cannot be " + state.word());
      }
    }
  }
}
