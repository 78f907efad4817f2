package photocat.job.download;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import photocat.fetch.Adoption;
import photocat.fetch.FetchOutcome.Stored;
import photocat.fetch.FetchRequest;
import photocat.fetch.FetchState;
import photocat.fetch.Transfer;
import photocat.image.PhotoFacts;
import photocat.job.Progress;
import photocat.model.Cancellation;
import photocat.model.FailureReason;
import photocat.store.PhotoRoot;
import photocat.store.Unread;

/** Adopts the photos of a rebuild that are there, and counts their files. Not thread-safe. */
final class AdoptedFiles {
  private static final int CHUNK = 1_000;

  private final String manifest;
  private final PhotoRoot root;
  private final Cancellation cancellation;
  private final InstantSource clock;
  private final UnreadNames unreadNames = new UnreadNames();
  private long looked;
  private long restored;
  private long unread;

  AdoptedFiles(String manifest, PhotoRoot root, Cancellation cancellation, InstantSource clock) {
    this.manifest = manifest;
    this.root = root;
    this.cancellation = cancellation;
    this.clock = clock;
  }

  /** A photo and what is there of it, or why nobody can tell. */
  private record Found(FetchRequest request, Optional<PhotoFacts> photo, Optional<String> reason) {
    static Found of(FetchRequest request, Adoption adoption) {
      try {
        return new Found(request, adoption.look(request).photo(), Optional.empty());
      } catch (IOException e) {
        return new Found(request, Optional.empty(), Optional.of(FailureReason.of(e)));
      }
    }
  }

  /** Returns how many are there. */
  long restored() {
    return restored;
  }

  /** Returns how many could not be read, and may be there. */
  long unread() {
    return unread;
  }

  /** Names them. */
  String unreadText() {
    return unreadNames.text();
  }

  /** Looks at all {@code photos}. */
  void addAll(PendingPhotos photos, DownloadEvents events, Progress.Step step) {
    Adoption adoption = new Adoption(root);
    while (photos.hasNext()) {
      cancellation.check("the rebuild");
      List<FetchRequest> chunk = new ArrayList<>();
      while (chunk.size() < CHUNK && photos.hasNext()) {
        chunk.add(photos.next());
      }
      long unreadBefore = unread;
      // Reading and hashing are the work: all processors take part.
      chunk.parallelStream()
          .map(each -> Found.of(each, adoption))
          .toList()
          .forEach(found -> add(found, photos.take(found.request()), events));
      if (unread > unreadBefore) {
        RootChoice.requireThere(root, "rebuild", manifest);
      }
      step.at(looked, List.of());
    }
  }

  private void add(Found found, List<Long> files, DownloadEvents events) {
    looked += files.size();
    if (found.photo().isPresent()) {
      restored += files.size();
      Stored stored = new Stored(FetchState.ADOPTED, found.photo().get(), Transfer.NONE);
      events.add(files, found.request(), Optional.of(stored), clock.instant());
    } else if (found.reason().isPresent()) {
      unread += files.size();
      unreadNames.add(new Unread(found.request().names().get(0), found.reason().get()));
    }
  }
}
