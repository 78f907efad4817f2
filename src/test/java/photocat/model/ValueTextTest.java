package photocat.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ValueTextTest {
  @ParameterizedTest
  @MethodSource("values")
  void writesValuesTheSameEverywhere(Object value, String text) {
    assertThat(ValueText.of(value)).isEqualTo(text);
  }

  static Stream<Arguments> values() {
    LocalDateTime noon = LocalDateTime.of(2024, 1, 2, 12, 0);
    return Stream.of(
        arguments(1_234_567L, "1234567"),
        arguments(33.5, "33.5"),
        arguments(1e10, "10000000000"),
        arguments(0.00012, "0.00012"),
        arguments(1e300, "1.0e300"),
        arguments(1e-9, "1.0e-9"),
        arguments(0.0, "0.0"),
        arguments(0.1f, "0.1"),
        arguments(Double.NaN, "nan"),
        arguments(Double.NEGATIVE_INFINITY, "-inf"),
        arguments(Float.POSITIVE_INFINITY, "inf"),
        arguments(new BigDecimal("1E+3"), "1000"),
        arguments(new BigDecimal("1.500"), "1.500"),
        arguments(true, "true"),
        arguments("text", "text"),
        arguments(LocalDate.of(2024, 1, 2), "2024-01-02"),
        arguments(noon, "2024-01-02T12:00:00"),
        arguments(noon.plusNanos(123_456_000), "2024-01-02T12:00:00.123456"),
        arguments(OffsetDateTime.of(noon, ZoneOffset.ofHours(14)), "2024-01-01T22:00:00Z"),
        arguments(LocalTime.of(10, 0), "10:00:00"),
        arguments(OffsetTime.of(10, 0, 0, 0, ZoneOffset.UTC), "10:00:00Z"),
        arguments(new UUID(1, 2), "00000000-0000-0001-0000-000000000002"),
        arguments(new byte[] {(byte) 0xff, 0, 0x1b}, "ff001b"),
        arguments(Arrays.asList(1, null, "a\"b"), "[1,null,\"a\\\"b\"]"),
        arguments(
            Map.of("k", List.of(Map.of(1, noon))), "{\"k\":[{\"1\":\"2024-01-02T12:00:00\"}]}"));
  }
}
