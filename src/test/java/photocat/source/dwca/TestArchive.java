package photocat.source.dwca;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Makes archives, right ones and wrong ones. */
public final class TestArchive {
  static final String OCCURRENCE = "http://rs.tdwg.org/dwc/terms/Occurrence";
  static final String MULTIMEDIA = "http://rs.gbif.org/terms/1.0/Multimedia";

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  TestArchive with(String path, String text) {
    return with(path, text, StandardCharsets.UTF_8);
  }

  TestArchive with(String path, String text, Charset charset) {
    return with(path, text.getBytes(charset));
  }

  public TestArchive with(String path, byte[] bytes) {
    files.put(path, bytes);
    return this;
  }

  /** A core of occurrences, TAB-delimited without quotes, and media of it. */
  public static TestArchive gbif(String occurrences, String media) {
    return new TestArchive()
        .with(
            "meta.xml",
            """
            <archive xmlns="http://rs.tdwg.org/dwc/text/">
            %s<id index="0"/>
            <field index="1" term="http://rs.tdwg.org/dwc/terms/scientificName"/></core>
            %s<coreid index="0"/>
            <field index="1" term="http://purl.org/dc/terms/identifier"/></extension>
            </archive>
            """
                .formatted(
                    element("core", OCCURRENCE, "occurrence.txt", "fieldsEnclosedBy=''"),
                    element("extension", MULTIMEDIA, "multimedia.txt", "fieldsEnclosedBy=''")))
        .with("occurrence.txt", occurrences)
        .with("multimedia.txt", media);
  }

  private static String element(String name, String rowType, String file, String attributes) {
    return "<%s rowType='%s' fieldsTerminatedBy='\\t' ignoreHeaderLines='1' %s><files><location>%s</location></files>"
        .formatted(name, rowType, attributes, file);
  }

  /** A core alone whose element has {@code attributes}, with the columns id, sex and day. */
  static TestArchive core(String attributes, byte[] text) {
    return new TestArchive()
        .with(
            "meta.xml",
            """
            <archive><core %s><files><location>o.txt</location></files><id index="0"/>
            <field index="1" term="http://rs.tdwg.org/dwc/terms/sex"/>
            <field index="2" term="http://rs.tdwg.org/dwc/terms/day"/></core></archive>
            """
                .formatted(attributes))
        .with("o.txt", text);
  }

  public Path zip(Path file) throws IOException {
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        zip.putArchiveEntry(new ZipArchiveEntry(each.getKey()));
        zip.write(each.getValue());
        zip.closeArchiveEntry();
      }
    }
    return file;
  }

  Path tarGz(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(each.getKey(), true);
        entry.setSize(each.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(each.getValue());
        tar.closeArchiveEntry();
      }
    }
    return file;
  }

  Path folder(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> each : files.entrySet()) {
      Path file = folder.resolve(each.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, each.getValue());
    }
    return folder;
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
