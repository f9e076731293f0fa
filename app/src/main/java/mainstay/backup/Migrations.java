package mainstay.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import mainstay.backup.Manifest.Migration;
import mainstay.postgres.DatabaseAccess;
import mainstay.shared.Problem;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The steps by which this program makes its tables. A backup is loaded into tables made by the very steps that had
/// made them when it was taken; the later ones follow with the rows in place, as in an upgrade.
final class Migrations {

    private static final String ROOT = "db/migration/";
    private static final Pattern SCRIPT = Pattern.compile(".*/" + ROOT + "(.*/)?(V([0-9_.]+)__[^/]*\\.sql)");

    private final Map<String, Script> scripts;

    private Migrations(Map<String, Script> scripts) {
        this.scripts = scripts;
    }

    static Migrations ofThisProgram() {
        try {
            Map<String, Script> scripts = new TreeMap<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "**/V*.sql")) {
                Matcher name = SCRIPT.matcher(file.getURL().toString());
                if (name.matches()) {
                    String folder = name.group(1) == null ? "" : name.group(1);
                    String version = name.group(3).replace('_', '.');
                    scripts.put(
                            version,
                            new Script(folder + name.group(2), file.getContentAsString(StandardCharsets.UTF_8)));
                }
            }
            return new Migrations(scripts);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// @throws Problem when the tables of a backup were made by steps that this program does not have
    void requireKnown(Manifest manifest) {
        for (Migration step : manifest.migrations()) {
            Script known = scripts.get(step.version());
            if (known == null) {
                throw new Problem.Invalid("restore.newer", manifest.product(), step.script());
            }
            if (known.checksum() != step.checksum()) {
                throw new Problem.Invalid("restore.otherBuild", manifest.product(), step.script());
            }
        }
    }

    void make(DatabaseAccess access, Manifest manifest) {
        Set<String> wanted =
                manifest.migrations().stream().map(Migration::version).collect(Collectors.toSet());
        flyway(access).resourceProvider(new Chosen(wanted)).load().migrate();
    }

    void makeLater(DatabaseAccess access) {
        flyway(access).load().migrate();
    }

    private static FluentConfiguration flyway(DatabaseAccess access) {
        return Flyway.configure()
                .dataSource(access.url(), access.owner().user(), access.owner().password())
                .locations("classpath:" + ROOT.substring(0, ROOT.length() - 1))
                .defaultSchema("public")
                .placeholders(Map.of("currency", "CNY", "zone", "UTC")); // the rows of the backup say which
    }

    private final class Chosen implements ResourceProvider {

        private final Set<String> versions;

        Chosen(Set<String> versions) {
            this.versions = versions;
        }

        @Override
        public @Nullable LoadableResource getResource(String name) {
            return all().stream()
                    .filter(script -> script.getRelativePath().equals(name))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return prefix.equals("V") ? all() : List.of();
        }

        private Collection<LoadableResource> all() {
            return scripts.entrySet().stream()
                    .filter(script -> versions.contains(script.getKey()))
                    .<LoadableResource>map(Map.Entry::getValue)
                    .toList();
        }
    }

    private static final class Script extends LoadableResource {

        private final String path;
        private final String text;

        Script(String path, String text) {
            this.path = path;
            this.text = text;
        }

        /// As Flyway sums a script: its lines without their ends.
        int checksum() {
            CRC32 sum = new CRC32();
            try (BufferedReader lines = new BufferedReader(new StringReader(text))) {
                String line;
                while ((line = lines.readLine()) != null) {
                    sum.update(line.getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return (int) sum.getValue();
        }

        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public String getAbsolutePath() {
            return ROOT + path;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return ROOT + path;
        }

        @Override
        public String getFilename() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        @Override
        public String getRelativePath() {
            return path;
        }
    }
}
