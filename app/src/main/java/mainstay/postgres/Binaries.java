package mainstay.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// The server's programs, unpacked once per version into a directory that any number of data homes may share.
record Binaries(Path directory) {

    private static final String MARKER = ".complete";

    static Binaries unpackedBelow(Path runtime) {
        try {
            return unpack(runtime, archive());
        } catch (IOException e) {
            throw DatabaseUnavailable.because(runtime, e);
        }
    }

    Path program(String name) {
        return directory.resolve("bin").resolve(name);
    }

    private static Binaries unpack(Path runtime, URL archive) throws IOException {
        Files.createDirectories(runtime);
        var target = runtime.toRealPath().resolve("postgres-" + fingerprint(archive));
        var binaries = new Binaries(target);
        if (Files.exists(target.resolve(MARKER))) {
            return binaries;
        }
        try (var _ = HomeLock.acquire(runtime.toRealPath().resolve("lock"))) {
            if (Files.notExists(target.resolve(MARKER))) {
                Trees.delete(target);
                try (var stream = archive.openStream()) {
                    extract(stream, target);
                }
                Files.createFile(target.resolve(MARKER));
            }
        }
        return binaries;
    }

    private static URL archive() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var processor = System.getProperty("os.arch", "");
        var name = "/postgres-%s-%s.txz"
                .formatted(
                        system.startsWith("mac") ? "darwin" : system,
                        processor.equals("aarch64") ? "arm_64" : "x86_64");
        @Nullable URL archive = Binaries.class.getResource(name);
        if (archive == null) {
            throw new DatabaseUnavailable(
                    "This build brings no PostgreSQL for %s on %s. Install PostgreSQL 15 or newer and set MAINSTAY_DATABASE_URL, for example jdbc:postgresql://localhost/mainstay?user=mainstay_owner&password=..."
                            .formatted(system, processor));
        }
        return archive;
    }

    private static String fingerprint(URL archive) throws IOException {
        return archive.openConnection() instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : Long.toHexString(archive.openConnection().getContentLengthLong());
    }

    private static void extract(InputStream archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
            @Nullable TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                var place = target.resolve(entry.getName()).normalize();
                if (!place.startsWith(target)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                write(tar, entry, place);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path place) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(place);
            return;
        }
        Files.createDirectories(place.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, place);
            Files.setPosixFilePermissions(place, permissions(entry.getMode()));
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        var permissions = new HashSet<>(Set.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ));
        permissions.add(PosixFilePermission.OWNER_WRITE);
        if ((mode & 0100) != 0) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return permissions;
    }
}
