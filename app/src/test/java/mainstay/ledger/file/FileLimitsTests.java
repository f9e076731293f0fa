package mainstay.ledger.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLimitsTests {

    private static final FileLimits SMALL = new FileLimits(1_000, 100, 200);

    @TempDir
    Path directory;

    @Test
    void what_unpacks_to_more_than_is_taken_is_refused() throws IOException {
        assertThat(refusal(packed(2_000), SMALL)).isEqualTo(Reason.FILE_TOO_LARGE);
        assertThat(refusal(packed(900), SMALL)).isNull();
    }

    @Test
    void a_file_that_swells_like_a_bomb_is_refused_before_it_is_read_to_its_end() throws IOException {
        assertThat(refusal(packed(80 << 20), FileLimits.STANDARD)).isEqualTo(Reason.FILE_INFLATED);
        assertThat(refusal(packed(60 << 20), FileLimits.STANDARD)).isNull();
    }

    @Test
    void a_look_up_file_must_fit_into_memory() throws IOException, FileRefused {
        Files.writeString(directory.resolve("heads.csv"), "id,customer\n" + "1,A1\n".repeat(100));
        Path lines = Files.writeString(directory.resolve("lines.csv"), "head,date,amount\n1,2024-01-05,5\n");
        Path profile = Files.writeString(directory.resolve("own.json"), """
                {"name": "own", "kind": "sales",
                 "join": {"files": ["heads.csv"], "key": "head", "lookupKey": "id", "prefix": "h."},
                 "fields": {"customer": "h.customer", "date": "date", "amount": "amount", "document": "head"}}
                """);
        SourceFile file = SourceFile.look(lines, SMALL);
        MappingWish wish = new MappingWish(Optional.empty(), null, Map.of(), null, null)
                .by(Profiles.inFile(profile).orElseThrow());
        FileRefused refused =
                catchThrowableOfType(FileRefused.class, () -> LedgerFile.understand(file, wish, new Profiles()));
        assertThat(refused.problems().getFirst().reason()).isEqualTo(Reason.LOOKUP_TOO_LARGE);
    }

    private static @Nullable Reason refusal(Path file, FileLimits limits) {
        try {
            SourceFile.look(file, limits);
            return null;
        } catch (FileRefused refused) {
            return refused.problems().getFirst().reason();
        }
    }

    private Path packed(int bytes) throws IOException {
        Path file = directory.resolve(bytes + ".csv.gz");
        byte[] row = "A1,I-1,2024-01-05,10.00,,,,,,,,\n".getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (int written = 0; written < bytes; written += row.length) {
                out.write(row);
            }
        }
        return file;
    }
}
