package photocat.remote;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The fields of a frame's body, one after another. */
final class Fields {
  private Fields() {}

  /** Puts fields together. */
  static final class Writer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    Writer number(long number) {
      return put(() -> out.writeLong(number));
    }

    Writer truth(boolean truth) {
      return put(() -> out.writeBoolean(truth));
    }

    Writer text(String text) {
      byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
      return put(
          () -> {
            out.writeInt(encoded.length);
            out.write(encoded);
          });
    }

    Writer texts(List<String> texts) {
      put(() -> out.writeInt(texts.size()));
      texts.forEach(this::text);
      return this;
    }

    byte[] body() {
      return bytes.toByteArray();
    }

    private Writer put(Step step) {
      try {
        step.run();
      } catch (IOException e) {
        throw new IllegalStateException("an array in memory takes every byte", e);
      }
      return this;
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  /** Takes fields apart; what does not add up is a {@link ProtocolException}. */
  static final class Reader {
    private final ByteBuffer rest;

    private Reader(byte[] body) {
      this.rest = ByteBuffer.wrap(body);
    }

    /** Reads a message from the whole of {@code body}. */
    static <T> T read(byte[] body, Function<Reader, T> message) throws ProtocolException {
      try {
        return message.apply(new Reader(body));
      } catch (BufferUnderflowException | IllegalArgumentException e) {
        throw new ProtocolException("a frame of %,d bytes makes no sense".formatted(body.length));
      }
    }

    long number() {
      return rest.getLong();
    }

    boolean truth() {
      return rest.get() != 0;
    }

    String text() {
      byte[] encoded = new byte[count()];
      rest.get(encoded);
      return new String(encoded, StandardCharsets.UTF_8);
    }

    List<String> texts() {
      int count = count();
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        texts.add(text());
      }
      return texts;
    }

    /** Of bytes or texts: more than there are bytes cannot be. */
    private int count() {
      int count = rest.getInt();
      if (count < 0 || count > rest.remaining()) {
        throw new IllegalArgumentException("too long");
      }
      return count;
    }
  }
}
