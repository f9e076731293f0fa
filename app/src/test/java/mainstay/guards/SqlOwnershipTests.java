package mainstay.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each module touches its own schema only; what others may read is named `pub_…`.
class SqlOwnershipTests {

    private static final Set<String> SCHEMAS = Set.of(
            "identity",
            "activity",
            "accounts",
            "ledger",
            "staging",
            "portfolio",
            "rating",
            "approvals",
            "terms",
            "dossier",
            "team",
            "planning",
            "relationships",
            "workbench",
            "backup");
    private static final Set<String> FOR_ALL = Set.of(
            "identity.uid",
            "identity.reach",
            "identity.clock",
            "identity.demand",
            "identity.show",
            "identity.show_parts",
            "identity.let_record",
            "identity.let_change",
            "identity.let_keep",
            "identity.account_grant",
            "identity.standing_grant");
    private static final Pattern NAME =
            Pattern.compile("(?<![.\\w])(" + String.join("|", SCHEMAS) + ")\\.([a-z_]+)\\b(?!\\.)");
    private static final Pattern TEXT_BLOCK =
            Pattern.compile("\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"", Pattern.DOTALL);
    private static final Pattern SQL =
            Pattern.compile("(?is)\\b(select|insert\\s+into|update|delete\\s+from|copy|truncate|call)\\b");

    @Test
    void statements_of_a_module_touch_its_own_schema() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/mainstay"))) {
            assertThat(sources.filter(path -> path.toString().endsWith(".java"))
                            .flatMap(SqlOwnershipTests::strangersInJava))
                    .isEmpty();
        }
    }

    @Test
    void migrations_of_a_module_touch_its_own_schema() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/resources/db/migration"))) {
            assertThat(sources.filter(path -> path.toString().endsWith(".sql"))
                            .flatMap(path -> strangers(
                                    path, path.getName(path.getNameCount() - 2).toString(), read(path))))
                    .isEmpty();
        }
    }

    private static Stream<String> strangersInJava(Path source) {
        String module = source.getNameCount() > 5 ? source.getName(4).toString() : "";
        String code = read(source);
        Matcher texts = TEXT_BLOCK.matcher(code);
        return texts.results()
                .map(found -> found.group())
                .filter(text -> SQL.matcher(text).find())
                .flatMap(text -> strangers(source, module, text));
    }

    private static Stream<String> strangers(Path source, String module, String sql) {
        return NAME.matcher(sql.replaceAll("(?m)--.*$", ""))
                .results()
                .filter(name -> !isOwn(module, name.group(1)))
                .filter(name -> !name.group(2).startsWith("pub_"))
                .map(name -> name.group())
                .filter(name -> !FOR_ALL.contains(name))
                .map(name -> source.getFileName() + " of " + module + " touches " + name);
    }

    private static boolean isOwn(String module, String schema) {
        return schema.equals(module)
                || (schema.equals("staging") && List.of("ledger").contains(module));
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
