package mainstay.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import mainstay.backup.Manifest.Kept;
import mainstay.shared.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A file that says it is a backup. Nothing in it is believed before it has been compared, and none of its names
/// becomes the name of a file.
final class BackupFile implements AutoCloseable {

    private static final int LONGEST_MANIFEST = 64 << 20;
    private static final int BUFFER = 1 << 16;

    /// Deflate makes nothing smaller than this part of it.
    private static final long DENSEST = 1_032;

    private final Path path;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path path, ZipFile zip, Manifest manifest) {
        this.path = path;
        this.zip = zip;
        this.manifest = manifest;
    }

    /// Opens it and reads what it says about itself.
    ///
    /// @throws Problem when it is no backup, not whole, or of a later form
    static BackupFile open(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new Problem.Invalid("backup.noFile", path);
        }
        try {
            ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
            try {
                BackupFile file = new BackupFile(path, zip, manifest(path, zip));
                file.requireOnlyWhatIsNamed();
                return file;
            } catch (IOException | RuntimeException failed) {
                zip.close();
                throw failed;
            }
        } catch (ZipException noArchive) {
            throw new Problem.Invalid("backup.notWhole", path);
        } catch (IOException unreadable) {
            throw Troubles.reading(path, unreadable);
        }
    }

    private static Manifest manifest(Path path, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new Problem.Invalid("backup.noBackup", path);
        }
        byte[] text;
        try (InputStream in = zip.getInputStream(entry)) {
            text = in.readNBytes(LONGEST_MANIFEST + 1);
        }
        CRC32 sum = new CRC32(); // which nobody compares on the way
        sum.update(text);
        if (text.length > LONGEST_MANIFEST || sum.getValue() != entry.getCrc()) {
            throw new Problem.Invalid("backup.broken", path);
        }
        try {
            JsonNode tree = JsonMapper.shared().readTree(text);
            if (!tree.path("format").isInt() || !tree.path("tables").isArray()) {
                throw new Problem.Invalid("backup.noBackup", path);
            }
            if (tree.path("format").asInt() > Manifest.FORMAT) {
                throw new Problem.Invalid(
                        "backup.newerForm", path, tree.path("product").asString(""));
            }
            return JsonMapper.shared().treeToValue(tree, Manifest.class);
        } catch (JacksonException unreadable) {
            throw new Problem.Invalid("backup.broken", path);
        }
    }

    private void requireOnlyWhatIsNamed() throws IOException {
        Set<String> named = manifest.entries();
        List<String> found = zip.stream().map(ZipEntry::getName).toList();
        List<String> strange = found.stream()
                .filter(name -> !named.contains(name) && !name.equals(Manifest.ENTRY))
                .toList();
        if (!strange.isEmpty()) {
            throw new Problem.Invalid("backup.strangeEntry", path, harmless(strange.getFirst()));
        }
        String missing = named.stream()
                .filter(name -> zip.getEntry(name) == null)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty() || named.size() != manifest.tables().size()) {
            throw new Problem.Invalid("backup.broken", path);
        }
        if (found.size() != named.size() + 1) {
            throw new Problem.Invalid("backup.broken", path);
        }
        boolean negative = manifest.tables().stream().anyMatch(table -> table.bytes() < 0 || table.rows() < 0);
        if (negative || manifest.bytes() < 0 || manifest.bytes() > Files.size(path) * DENSEST) {
            throw new Problem.Invalid("backup.bomb", path);
        }
    }

    /// A name out of a file of unknown origin, fit for a terminal.
    private static String harmless(String name) {
        String plain = name.replaceAll("\\p{C}", "?");
        return plain.length() > 100 ? plain.substring(0, 100) + "…" : plain;
    }

    Manifest manifest() {
        return manifest;
    }

    Path path() {
        return path;
    }

    /// Reads everything and compares it with what the manifest says.
    ///
    /// @throws Problem naming the first table that is not as it was written
    void verify() {
        for (Kept table : manifest.tables()) {
            try (InputStream rows = rows(table)) {
                require(table, tally(table, rows));
            } catch (IOException damaged) {
                throw new Problem.Invalid("backup.damaged", path, table.table().toString());
            }
        }
    }

    private void require(Kept table, Tally read) {
        if (read.bytes() != table.bytes()
                || !read.sha256().equals(table.sha256())
                || !read.rows().isWhole()
                || read.rows().rows() != table.rows()
                || !read.rows().checksum().equals(table.checksum())) {
            throw new Problem.Invalid("backup.damaged", path, table.table().toString());
        }
    }

    /// Stops where there is more than was promised.
    private static Tally tally(Kept table, InputStream rows) throws IOException {
        Tally tally = new Tally(OutputStream.nullOutputStream());
        byte[] buffer = new byte[BUFFER];
        int read;
        while (tally.bytes() <= table.bytes() && (read = rows.read(buffer)) >= 0) {
            tally.write(buffer, 0, read);
        }
        return tally;
    }

    InputStream rows(Kept table) throws IOException {
        ZipEntry entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw new ZipException("no entry " + table.entry());
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
